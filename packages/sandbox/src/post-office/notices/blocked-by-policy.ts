import { domainOf, type Notice } from './notice.ts';

/** The sender's domain fails DMARC at the other server (RFC 7489). */
export const blockedByPolicy: Notice = {
  heading: 'Message blocked',
  sentence: (recipient) =>
    `Your message to ${recipient} has been blocked. See technical details below for more information.`,
  response: (_recipient, sender) =>
    `550 5.7.26 Unauthenticated email from ${domainOf(sender)} is not accepted due to domain's DMARC policy`,
  action: 'failed',
  status: '5.7.26',
  fromRemote: true,
  namesRecipient: true,
};
