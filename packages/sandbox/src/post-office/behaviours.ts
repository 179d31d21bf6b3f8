import type { ExchangeBehaviour } from './exchange/behaviour.ts';
import { blockedAsSpam } from './notices/blocked-as-spam.ts';
import { blockedByPolicy } from './notices/blocked-by-policy.ts';
import { mailboxFull } from './notices/mailbox-full.ts';
import type { Notice } from './notices/notice.ts';
import { unknownUser } from './notices/unknown-user.ts';

/** What an address does with the mail that comes to it. */
export type Behaviour =
  /** Takes the mail; a sandbox account gets it into its inbox. */
  | { readonly kind: 'accepts' }
  /** Refuses at once, and Gmail tells the sender why. */
  | { readonly kind: keyof typeof refusals }
  /** Cannot be reached: a delay notice after `delayMs`, the end `endMs` after the mail was sent. */
  | {
      readonly kind: 'delayed-then-failed' | 'delayed-then-delivered';
      readonly delayMs?: number;
      readonly endMs?: number;
    }
  /** Takes the mail, and a machine answers in the person's name. */
  | { readonly kind: 'out-of-office'; readonly name?: string; readonly text: string }
  /** Takes the mail, and a person answers the first one of a thread after `afterMs`. */
  | {
      readonly kind: 'replies';
      readonly name?: string;
      readonly text: string;
      readonly afterMs?: number;
    }
  /** The company runs Exchange: its edge takes the mail, and Exchange writes the notice. */
  | ExchangeBehaviour;

/** The refusals, and the notice that each earns. */
export const refusals = {
  'unknown-user': unknownUser,
  'mailbox-full': mailboxFull,
  'blocked-as-spam': blockedAsSpam,
  'blocked-by-policy': blockedByPolicy,
} as const satisfies Readonly<Record<string, Notice>>;

const HOUR_MS = 3_600_000;

/** When Gmail first says that a mail is late, and when it gives up, counted from the sending. */
export const patience = { delayMs: 24 * HOUR_MS, endMs: 70 * HOUR_MS } as const;
