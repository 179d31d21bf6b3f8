import type { MailEvent } from '../../domain/analytics/event.ts';
import type { EventId, MailboxAddress, MailboxMessageId } from '../../domain/ids.ts';
import { applyConsequences } from '../consequences/apply-consequences.ts';
import { newDecision, type DecisionParts } from '../decisions/new-decision.ts';
import type { MatchOutcome } from '../panel/unmatched-notice.ts';
import type { Decision } from '../ports/decision-log.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';
import type { UnmatchedNotices } from '../ports/unmatched-notices.ts';
import type { PutBack } from '../run-queue/put-back.ts';
import { suppressionList } from '../suppression/suppression-list.ts';
import { fromEvent } from '../watch-mailbox/find-answered.ts';
import { eventsOfNotice } from './events-of-notice.ts';

/** What matching by hand works with. */
export type MatchParts = DecisionParts & {
  readonly account: MailboxAddress;
  readonly events: EventLog;
  readonly unmatched: UnmatchedNotices;
  readonly ledgers: SendLedgers;
  /** Mail of the queue that did not leave goes back into it; absent = there is no queue. */
  readonly putBack?: PutBack;
};

/**
 * A person says which mail a notice is about: it gives the events it would have given by itself. What proves the notice
 * stays as it was: a forged one that is matched by hand still suppresses nobody. Matched anew, the last word holds.
 */
export async function matchNotice(
  parts: MatchParts,
  noticeId: MailboxMessageId,
  sentEventId: EventId,
): Promise<MatchOutcome> {
  const kept = await parts.unmatched.get(parts.account, noticeId);
  const sent = await parts.events.byId(sentEventId);
  if (kept === null || sent?.kind !== 'sent') return { kind: 'gone' };
  await takeBack(parts, noticeId);
  const decision: Decision = {
    ...(await newDecision(parts, 'person')),
    kind: 'match-notice',
    mailbox: parts.account,
    noticeId,
    sentEventId,
  };
  await parts.decisions.append(decision);
  const events = await eventsOfNotice(parts, kept, fromEvent(sent));
  await parts.events.append(events);
  await applyConsequences(parts, events, sent.occurredAt, decision.id);
  return { kind: 'matched' };
}

/** Takes a match or a dismissal back, with the events and what they led to: the notice waits again. */
export async function unmatchNotice(parts: MatchParts, noticeId: MailboxMessageId): Promise<void> {
  await parts.decisions.append({
    ...(await newDecision(parts, 'person')),
    kind: 'unmatch-notice',
    mailbox: parts.account,
    noticeId,
  });
  await takeBack(parts, noticeId);
}

/** A person says that a notice is about nothing of ours. */
export async function dismissNotice(parts: MatchParts, noticeId: MailboxMessageId): Promise<void> {
  await takeBack(parts, noticeId);
  await parts.decisions.append({
    ...(await newDecision(parts, 'person')),
    kind: 'dismiss-notice',
    mailbox: parts.account,
    noticeId,
  });
}

async function takeBack(parts: MatchParts, noticeId: MailboxMessageId): Promise<void> {
  const events = await parts.events.ofEvidence(parts.account, noticeId);
  if (events.length === 0) return;
  await freeThose(parts, events);
  await parts.events.remove(events.map((event) => event.id));
}

/** The evidence is not overruled, only the match: matched again, it suppresses again. */
async function freeThose(parts: MatchParts, events: readonly MailEvent[]): Promise<void> {
  const ids = new Set<string>(events.map((event) => event.id));
  const standing = suppressionList(await parts.decisions.all(), []);
  for (const { address, eventId } of standing) {
    if (eventId === null || !ids.has(eventId)) continue;
    const decision = { ...(await newDecision(parts, 'person')), by: 'product' } as const;
    await parts.decisions.append({ ...decision, kind: 'unsuppress', address });
  }
}
