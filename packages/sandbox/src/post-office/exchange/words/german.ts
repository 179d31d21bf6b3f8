import type { ExchangeWords } from './words.ts';

/** German; the sentences are ours. */
export const german: ExchangeWords = {
  tag: 'de-DE',
  failedSubject: 'Unzustellbar: ',
  delayedSubject: 'Zustellung verzögert: ',
  failedHeading: 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:',
  delayedHeading: 'Die Zustellung an folgende Empfänger oder Gruppen ist verzögert:',
  reasons: {
    'unknown-user':
      'Die E-Mail-Adresse wurde nicht gefunden. Prüfen Sie die Schreibweise und senden Sie die Nachricht dann erneut.',
    'unknown-user-behind':
      'Die E-Mail-Adresse wurde vom nachgelagerten Server nicht gefunden. Prüfen Sie die Schreibweise.',
    'mailbox-full':
      'Das Postfach des Empfängers ist voll und nimmt zurzeit nichts an. Versuchen Sie es später noch einmal.',
    'blocked-by-policy':
      'Eine Regel der Organisation des Empfängers lehnt diese Nachricht ab. Fragen Sie deren Administrator.',
    'too-large': 'Die Nachricht ist größer, als der Empfänger erlaubt.',
    'sender-not-allowed': 'Diese Gruppe nimmt nur Nachrichten aus der eigenen Organisation an.',
    expired:
      'Der Server hat ohne Erfolg versucht, diese Nachricht zuzustellen, und versucht es nicht weiter.',
    delayed: 'Die Nachricht wurde noch nicht zugestellt. Die Zustellung wird weiterhin versucht.',
  },
  diagnostics: 'Diagnoseinformationen für Administratoren:',
  generatingServer: 'Generierender Server:',
  originalHeaders: 'Ursprüngliche Nachrichtenkopfzeilen:',
};
