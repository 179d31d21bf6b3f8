import type { Notice } from './notice.ts';

/** The address is right, its mailbox holds no more. */
export const mailboxFull: Notice = {
  heading: 'Recipient inbox full',
  sentence: (recipient) =>
    `Your message couldn't be delivered to ${recipient}. Their inbox is full, or it's getting too much mail right now.`,
  response: (recipient) => `552 5.2.2 <${recipient}>: Mailbox is full, quota exceeded`,
  action: 'failed',
  status: '5.2.2',
  fromRemote: true,
  namesRecipient: true,
};
