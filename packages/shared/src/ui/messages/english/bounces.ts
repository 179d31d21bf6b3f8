import type { BounceCategory } from '../../../domain/bounce/category.ts';

/** What a person is told about a bounce: the fact in a few words, and in one sentence what to do. */
export type BounceWords = { readonly title: string; readonly advice: string };

/** By category; shown in the feed and in docs/bounces.md. */
export const bounceWords: Readonly<Record<BounceCategory, BounceWords>> = {
  'unknown-user': {
    title: 'No such mailbox',
    advice:
      'Check the address for a typing error or find the person’s new one; this address will not work.',
  },
  'unknown-host': {
    title: 'No such mail domain',
    advice: 'Check the part after the @: this domain does not exist or accepts no mail.',
  },
  'mailbox-full': {
    title: 'Mailbox full',
    advice: 'Try again in a few days, or reach the person another way.',
  },
  'mailbox-disabled': {
    title: 'Mailbox switched off',
    advice: 'Find out whether the person still works there before you write again.',
  },
  moved: {
    title: 'Address has changed',
    advice: 'Ask for the new address or take it from the notice; the old one no longer works.',
  },
  'blocked-spam': {
    title: 'Blocked as spam',
    advice:
      'Do not send the same text again; tell your admin, so that the reputation of your domain can be checked.',
  },
  'blocked-policy': {
    title: 'Blocked by the receiver’s rules',
    advice:
      'Tell your admin: the receiving side refuses mail like this, often because SPF, DKIM or DMARC do not fit.',
  },
  content: {
    title: 'Content refused',
    advice: 'Take out the attachment or link that was refused and send the mail again.',
  },
  'too-large': {
    title: 'Mail too large',
    advice: 'Send a link in place of the attachment.',
  },
  'temporarily-refused': {
    title: 'Refused for now',
    advice: 'Send it again later; the receiving server took no mail at that time.',
  },
  expired: {
    title: 'Could not be delivered in time',
    advice: 'Check the domain, and try again later: the receiving server did not answer.',
  },
  'sender-limit': {
    title: 'Your sending limit was reached',
    advice: 'Nothing is wrong with this contact: wait until your provider lets you send again.',
  },
  'sender-not-allowed': {
    title: 'You may not write to this address',
    advice: 'Tell your admin: the receiving side does not accept your address as a sender.',
  },
  'relay-denied': {
    title: 'Server does not take mail for this domain',
    advice:
      'Tell your admin: mail for this domain goes to a server that is not responsible for it.',
  },
  loop: {
    title: 'Mail went in circles',
    advice:
      'Tell your admin: a forwarding rule on the receiving side sends the mail back to itself.',
  },
  'system-error': {
    title: 'Fault in a mail server',
    advice: 'Try again later; if it happens again, tell your admin.',
  },
  other: {
    title: 'Not delivered',
    advice:
      'Read the server’s own words below the entry, and try again or reach the person another way.',
  },
};
