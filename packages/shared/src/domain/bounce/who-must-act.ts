import type { BounceCategory, WhoMustAct } from './category.ts';

/** Who has something to do about a bounce, by category; what they are told stands among the words of the ui. */
export const whoMustAct: Readonly<Record<BounceCategory, WhoMustAct>> = {
  'unknown-user': 'contact-data',
  'unknown-host': 'contact-data',
  'mailbox-full': 'rep',
  'mailbox-disabled': 'contact-data',
  moved: 'contact-data',
  'blocked-spam': 'admin',
  'blocked-policy': 'admin',
  content: 'rep',
  'too-large': 'rep',
  'temporarily-refused': 'rep',
  expired: 'rep',
  'sender-limit': 'nobody',
  'sender-not-allowed': 'admin',
  'relay-denied': 'admin',
  loop: 'admin',
  'system-error': 'admin',
  other: 'rep',
};
