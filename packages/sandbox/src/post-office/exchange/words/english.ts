import type { ExchangeWords } from './words.ts';

/** English; headings as Exchange writes them, sentences ours. */
export const english: ExchangeWords = {
  tag: 'en-US',
  failedSubject: 'Undeliverable: ',
  delayedSubject: 'Delivery delayed: ',
  failedHeading: 'Delivery has failed to these recipients or groups:',
  delayedHeading: 'Delivery is delayed to these recipients or groups:',
  reasons: {
    'unknown-user':
      'The email address wasn’t found at the destination domain. Look for a typing error in it, then send the mail again.',
    'unknown-user-behind':
      'The address wasn’t found by the server that this organization’s mail goes on to. Look for a typing error in it.',
    'mailbox-full':
      'The recipient’s mailbox is full and can’t accept messages now. Try again later, or reach the person another way.',
    'blocked-by-policy':
      'A rule of the recipient’s organization refuses this message. Ask their email admin which one.',
    'too-large': 'The message is larger than the recipient accepts. Send less, or a link to it.',
    'sender-not-allowed':
      'The group only accepts messages from people in its organization, and you aren’t one of them.',
    expired:
      'The server has tried to deliver this message, without success, and has stopped trying.',
    delayed:
      'This message hasn’t been delivered yet. Delivery will continue to be attempted. You need not send it again.',
  },
  diagnostics: 'Diagnostic information for administrators:',
  generatingServer: 'Generating server:',
  originalHeaders: 'Original message headers:',
};
