import type { MailboxMessageId } from '../ids.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The provider lets this mailbox send nothing for a while; the recipients are fine. Other calls go on. */
export type SendingGate = {
  /** No mail in the background before this instant; epoch ms. */
  readonly until: number;
  /** Whether the provider named that time; if not, it is ours. */
  readonly named: boolean;
  /** When the newest refusal came; epoch ms. */
  readonly raisedAt: number;
  /** Refusals in a row, this one included: each one waits longer. */
  readonly refusals: number;
  /** The notice that said so, or null where the refusal was an answer to a call. */
  readonly evidenceId: MailboxMessageId | null;
};

/** A word of the provider that the mailbox is over its limit for sending. */
export type SendingRefusal = {
  /** When it came; epoch ms. */
  readonly at: number;
  /** When the refused mail left, epoch ms; null = not known. */
  readonly sentAt: number | null;
  /** When the provider says to come back; epoch ms; null = it named no time. */
  readonly retryAt: number | null;
  readonly evidenceId: MailboxMessageId | null;
};

/** The first wait where no time was named, and those after a wait that was too short (facts: refused again after T). */
const firstWaitMs = hourMs;
const againMs = 15 * minuteMs;
const longestMs = 6 * hourMs;

/** A gate that lies further back has nothing to do with a new refusal: Google's window is 24 hours. */
const forgottenAfterMs = 24 * hourMs;

/** Two clocks are compared, and an early try makes the provider's own time later. */
const marginMs = 5_000;

/**
 * The gate after one more refusal. A named time is kept to and never shortened; without one the first wait is an hour.
 * Mail that left after the gate was raised and is refused all the same waits 15 minutes doubling up to 6 hours.
 * Notices about mail from before say nothing new: Gmail refuses minutes late, so a batch brings many of them.
 */
export function gateAfterRefusal(gate: SendingGate | null, refusal: SendingRefusal): SendingGate {
  const { at, sentAt, retryAt, evidenceId } = refusal;
  const before = gate !== null && at - gate.raisedAt < forgottenAfterMs ? gate : null;
  const namedAt = retryAt === null ? 0 : retryAt + marginMs;
  if (before !== null && (sentAt ?? 0) <= before.raisedAt) {
    return namedAt > before.until ? { ...before, until: namedAt, named: true } : before;
  }
  const refusals = (before?.refusals ?? 0) + 1;
  const ownAt = at + (before === null ? firstWaitMs : waitAgain(refusals));
  const earliest = Math.max(before?.until ?? 0, before === null && retryAt !== null ? 0 : ownAt);
  return {
    until: Math.max(earliest, namedAt),
    named: retryAt !== null && namedAt >= earliest,
    raisedAt: at,
    refusals,
    evidenceId,
  };
}

function waitAgain(refusals: number): number {
  return Math.min(longestMs, againMs * 2 ** Math.min(refusals - 2, 10));
}
