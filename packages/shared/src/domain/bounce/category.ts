/** Why a mail bounced, in the words the product uses; docs/bounces.md explains each. */
export type BounceCategory =
  | 'unknown-user'
  | 'unknown-host'
  | 'mailbox-full'
  | 'mailbox-disabled'
  | 'moved'
  | 'blocked-spam'
  | 'blocked-policy'
  | 'content'
  | 'too-large'
  | 'temporarily-refused'
  | 'expired'
  | 'sender-limit'
  | 'sender-not-allowed'
  | 'relay-denied'
  | 'loop'
  | 'system-error'
  | 'other';

/** Who has something to do about a bounce; `nobody`: it will be retried. */
export type WhoMustAct = 'contact-data' | 'rep' | 'admin' | 'nobody';
