import type { Notice } from './notice.ts';

/** Nobody has this address. */
export const unknownUser: Notice = {
  heading: 'Address not found',
  sentence: (recipient) =>
    `Your message wasn't delivered to ${recipient} because the address couldn't be found, or is unable to receive mail.`,
  response: (recipient) =>
    `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown in virtual mailbox table`,
  action: 'failed',
  status: '5.1.1',
  fromRemote: true,
  namesRecipient: true,
};
