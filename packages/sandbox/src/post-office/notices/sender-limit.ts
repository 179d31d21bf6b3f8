import type { Notice } from './notice.ts';

/**
 * In which form Google tells the sender about the limit. `inside`: the same words, but put into the mailbox without passing
 * Gmail's border, so that no Authentication-Results stand on it. `relay`: the company's mail leaves by Google's relay, which says it.
 */
export type SenderLimitForm = 'google-itself' | 'inside' | 'relay';

const itself: Notice = {
  heading: 'Message not delivered',
  sentence: () => 'You have reached a limit for sending mail. Your message was not sent.',
  response: () => '550 5.4.5 Daily user sending limit exceeded.',
  action: 'failed',
  status: '5.4.5',
  fromRemote: false,
  namesRecipient: true,
};

/**
 * Google's own limit for the sender: the mail stands in Sent but has not left, and the recipient is fine. Google's
 * notice names no remote host; where mail is routed through the relay service, the relay is the remote host.
 */
export const senderLimitNotices: Readonly<Record<SenderLimitForm, Notice>> = {
  'google-itself': itself,
  inside: itself,
  relay: {
    ...itself,
    response: () => '550 5.4.5 Daily SMTP relay limit exceeded for user.',
    fromRemote: { host: 'smtp-relay.gmail.com' },
  },
};
