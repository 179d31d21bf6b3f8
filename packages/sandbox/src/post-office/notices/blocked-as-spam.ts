import type { Notice } from './notice.ts';

/** The other server takes the content for spam. */
export const blockedAsSpam: Notice = {
  heading: 'Message blocked',
  sentence: (recipient) =>
    `Your message to ${recipient} has been blocked. See technical details below for more information.`,
  response: () => '554 5.7.1 Message rejected: content looks like spam',
  action: 'failed',
  status: '5.7.1',
  fromRemote: true,
  namesRecipient: true,
};
