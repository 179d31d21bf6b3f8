import { domainOf, type Notice } from './notice.ts';

/** Gmail has given up after days of trying. Final, although its code begins with 4. */
export const expired: Notice = {
  heading: 'Message not delivered',
  sentence: (recipient) =>
    `There was a problem delivering your message to ${recipient}. See the technical details below.`,
  response: (recipient) =>
    `The recipient server did not accept our requests to connect. [mx.${domainOf(recipient)}. 192.0.2.25: timed out]`,
  action: 'failed',
  status: '4.4.1',
  fromRemote: true,
  namesRecipient: true,
};
