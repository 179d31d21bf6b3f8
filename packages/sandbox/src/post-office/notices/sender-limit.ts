import type { Notice } from './notice.ts';

/** Google's own limit for the sender: the mail stands in Sent but has not left, and the recipient is fine. */
export const senderLimit: Notice = {
  heading: 'Message not delivered',
  sentence: () => 'You have reached a limit for sending mail. Your message was not sent.',
  response: () => '550 5.4.5 Daily user sending limit exceeded.',
  action: 'failed',
  status: '5.4.5',
  fromRemote: false,
  namesRecipient: true,
};
