/** Who wants a mail to leave: a person now, a person at a time they chose, or a list. Earlier classes go first. */
export const sendClasses = ['hand', 'scheduled', 'bulk'] as const;

/** One of the classes. */
export type SendClass = (typeof sendClasses)[number];

/** What a mail counts for in a limit. */
export type Counted = {
  /** To, Cc and Bcc. */
  readonly recipients: number;
  /** Those of them outside the sender's organisation. */
  readonly external: number;
};

/** At most `max` in any half-open interval of `windowMs`. */
export type PlanLimit = {
  readonly id: string;
  readonly counts: 'messages' | 'recipients' | 'external';
  readonly max: number;
  readonly windowMs: number;
  /** Kept free of scheduled mail and lists, for what is written by hand. */
  readonly reserve?: number;
};

/** A mail that left, or was handed over and will; `at` is epoch ms. */
export type Departure = Counted & { readonly at: number };

/** A mail that waits. */
export type QueuedMail = Counted & {
  readonly id: string;
  readonly class: SendClass;
  /** Not before this instant, epoch ms. */
  readonly notBefore?: number;
};

/** All that a plan is made of. All numbers are integers. */
export type PlanInput = {
  readonly now: number;
  readonly limits: readonly PlanLimit[];
  readonly sent: readonly Departure[];
  readonly queue: readonly QueuedMail[];
};

/** Where a mail was placed, or why it never can be. */
export type Placement =
  | {
      readonly kind: 'placed';
      readonly id: string;
      /** Epoch ms. */
      readonly at: number;
      /** The limits that would be broken 1 ms earlier; empty where nothing holds the mail up. */
      readonly because: readonly string[];
    }
  /** `limit`: the first one that the mail alone exceeds. */
  | { readonly kind: 'refused'; readonly id: string; readonly limit: string };

/** What a mail weighs in a limit; a mail that weighs nothing is free of it. */
export function weightIn(limit: PlanLimit, mail: Counted): number {
  return limit.counts === 'messages' ? 1 : mail[limit.counts];
}

/** How much a limit holds for a class. */
export function capFor(limit: PlanLimit, sendClass: SendClass): number {
  return sendClass === 'hand' ? limit.max : limit.max - (limit.reserve ?? 0);
}
