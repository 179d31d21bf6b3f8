import type { ExchangeWords } from './words.ts';

/** French; the sentences are ours. */
export const french: ExchangeWords = {
  tag: 'fr-FR',
  failedSubject: 'Non remis : ',
  delayedSubject: 'Remise différée : ',
  failedHeading: 'Échec de la remise à ces destinataires ou groupes :',
  delayedHeading: 'La remise à ces destinataires ou groupes a été retardée :',
  reasons: {
    'unknown-user':
      'L’adresse de messagerie est introuvable dans le domaine de destination. Vérifiez son orthographe et renvoyez le message.',
    'unknown-user-behind':
      'L’adresse est introuvable sur le serveur suivant. Vérifiez son orthographe.',
    'mailbox-full':
      'La boîte aux lettres du destinataire est pleine et n’accepte pas de messages pour le moment.',
    'blocked-by-policy':
      'Une règle de l’organisation du destinataire refuse ce message. Contactez son administrateur.',
    'too-large': 'Le message dépasse la taille acceptée par le destinataire.',
    'sender-not-allowed': 'Ce groupe n’accepte que les messages de sa propre organisation.',
    expired: 'Le serveur a essayé de remettre ce message, sans succès, et n’essaie plus.',
    delayed: 'Ce message n’a pas encore été remis. Les tentatives de remise vont continuer.',
  },
  diagnostics: 'Informations de diagnostic pour les administrateurs :',
  generatingServer: 'Serveur de génération :',
  originalHeaders: 'En-têtes de message d’origine :',
};
