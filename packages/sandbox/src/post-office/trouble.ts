import type { refusals } from './behaviours.ts';
import type { SenderLimit } from './sender-limits.ts';

/** Somebody's refusal of one recipient, in the words in which it was said. */
export type Refusal = {
  readonly why: keyof typeof refusals;
  /** RFC 3463. */
  readonly status: string;
  /** Reply code, enhanced code and words. */
  readonly response: string;
  /** The other server that said so; null where the sender's own system did. */
  readonly remote: string | null;
};

/** What the sender's own system has to tell the sender. */
export type Trouble =
  | (Refusal & { readonly kind: 'refused' })
  /** Not yet delivered; it is tried until then (epoch ms). */
  | { readonly kind: 'delayed'; readonly retryUntil: number }
  /** Tried for as long as that system tries. */
  | { readonly kind: 'expired' }
  /** The sender's own limit stopped the mail; nothing is wrong with the recipient. */
  | { readonly kind: 'sender-limit'; readonly limit: SenderLimit };
