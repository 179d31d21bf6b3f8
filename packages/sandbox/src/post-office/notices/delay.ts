import { domainOf, type Notice } from './notice.ts';

/** The other server cannot be reached; Gmail goes on trying. Not a bounce. */
export const delay: Notice = {
  heading: 'Delivery incomplete',
  sentence: (recipient) =>
    `There was a temporary problem delivering your message to ${recipient}. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.`,
  response: (recipient) =>
    `The recipient server did not accept our requests to connect. [mx.${domainOf(recipient)}. 192.0.2.25: timed out]`,
  action: 'delayed',
  status: '4.4.1',
  fromRemote: true,
  namesRecipient: false,
};
