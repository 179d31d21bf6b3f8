import type { ExchangeWords } from './words.ts';

/** Spanish; the sentences are ours. */
export const spanish: ExchangeWords = {
  tag: 'es-ES',
  failedSubject: 'No se puede entregar: ',
  delayedSubject: 'Entrega retrasada: ',
  failedHeading: 'Error de entrega a estos destinatarios o grupos:',
  delayedHeading: 'La entrega a estos destinatarios o grupos se ha retrasado:',
  reasons: {
    'unknown-user':
      'No se encontró la dirección de correo en el dominio de destino. Compruebe cómo está escrita y vuelva a enviar el mensaje.',
    'unknown-user-behind':
      'El servidor siguiente no conoce la dirección. Compruebe cómo está escrita.',
    'mailbox-full': 'El buzón del destinatario está lleno y no admite mensajes en este momento.',
    'blocked-by-policy':
      'Una regla de la organización del destinatario rechaza este mensaje. Hable con su administrador.',
    'too-large': 'El mensaje supera el tamaño que admite el destinatario.',
    'sender-not-allowed': 'Este grupo solo admite mensajes de su propia organización.',
    expired: 'El servidor intentó entregar este mensaje sin éxito y ha dejado de intentarlo.',
    delayed: 'Este mensaje aún no se ha entregado. Se seguirá intentando la entrega.',
  },
  diagnostics: 'Información de diagnóstico para administradores:',
  generatingServer: 'Generando servidor:',
  originalHeaders: 'Encabezados de mensajes originales:',
};
