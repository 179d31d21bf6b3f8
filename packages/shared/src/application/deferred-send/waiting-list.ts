import type { WaitingMail, WaitingStanding } from './deferred-send.ts';
import type { KeptMail } from './kept.ts';

/** A line of the list, or null for a mail that is not on it any more. */
export function waitingMail(mail: KeptMail, now: number): WaitingMail | null {
  const { mailId, follow, recipients, subject, handedOver } = mail;
  const standing = standingOf(mail, now);
  if (standing === null) return null;
  const { leavesAt, checkedAt } = handedOver;
  return { mailId, follow, recipients, subject, leavesAt, standing, checkedAt };
}

function standingOf({ handedOver }: KeptMail, now: number): WaitingStanding | null {
  const { stage, leavesAt, why } = handedOver;
  switch (stage) {
    case 'asked':
      return { kind: 'handing-over' };
    case 'held':
      return { kind: leavesAt <= now ? 'due' : 'held' };
    case 'refused':
      return { kind: 'refused', why };
    case 'cancelling':
    case 'missed':
    case 'gone':
    case 'unclear':
      return { kind: stage };
    case 'cancelled':
      return null;
  }
}
