import { attributions } from '../../domain/bounce/attribute.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import { displayText } from '../../domain/message/display-text.ts';
import type { UnmatchedNotice } from '../panel/unmatched-notice.ts';
import type { DecisionLog, NoticeDecision } from '../ports/decision-log.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { KeptNotice, UnmatchedNotices } from '../ports/unmatched-notices.ts';
import { candidateMails, clueOf } from './candidate-mails.ts';

/** What the list is made of. */
export type UnmatchedParts = {
  readonly events: EventLog;
  readonly unmatched: UnmatchedNotices;
  readonly decisions: DecisionLog;
};

/** So long a match by hand stands in the list to be taken back, ms. */
const matchedShownMs = 7 * 24 * 3_600_000;

const maxCandidates = 5;
const maxDiagnostic = 2000;

/** How many notices wait for a person. */
export async function countUnmatched(
  parts: UnmatchedParts,
  mailbox: MailboxAddress,
): Promise<number> {
  const ids = await parts.unmatched.ids(mailbox);
  if (ids.length === 0) return 0;
  const decided = await lastDecisions(parts.decisions, mailbox);
  return ids.filter((id) => isWaiting(decided.get(id))).length;
}

/** The notices that wait for a person, newest first, and those matched within the last week. */
export async function readUnmatched(
  parts: UnmatchedParts,
  mailbox: MailboxAddress,
  now: number,
): Promise<readonly UnmatchedNotice[]> {
  const kept = await parts.unmatched.all(mailbox);
  const decided = await lastDecisions(parts.decisions, mailbox);
  const shown = kept.filter((notice) => {
    const decision = decided.get(notice.id);
    const isRecent = decision !== undefined && now - decision.decidedAt < matchedShownMs;
    return isWaiting(decision) || (decision?.kind === 'match-notice' && isRecent);
  });
  return Promise.all(
    shown.map((notice) => toShow(parts.events, notice, decided.get(notice.id) ?? null)),
  );
}

function isWaiting(decision: NoticeDecision | undefined): boolean {
  return decision === undefined || decision.kind === 'unmatch-notice';
}

async function lastDecisions(
  log: DecisionLog,
  mailbox: MailboxAddress,
): Promise<ReadonlyMap<string, NoticeDecision>> {
  const last = new Map<string, NoticeDecision>();
  for (const decision of await log.all()) {
    if ('noticeId' in decision && decision.mailbox === mailbox)
      last.set(decision.noticeId, decision);
  }
  return last;
}

async function toShow(
  events: EventLog,
  kept: KeptNotice,
  decision: NoticeDecision | null,
): Promise<UnmatchedNotice> {
  const { mailbox, id, threadId, receivedAt, notice } = kept;
  const [first] = notice.recipients;
  const found = attributions(clueOf(kept), await candidateMails(events, kept));
  return {
    mailbox,
    id,
    threadId,
    receivedAt,
    kind: notice.kind === 'delayed' || notice.kind === 'complaint' ? notice.kind : 'bounce',
    people: notice.recipients.map((one) => one.address),
    category: first?.category ?? 'other',
    diagnostic: displayText(first?.diagnostic ?? '', maxDiagnostic),
    subject: notice.originalSubject === null ? null : displayText(notice.originalSubject),
    matched:
      decision?.kind === 'match-notice'
        ? { sentEventId: decision.sentEventId, at: decision.decidedAt }
        : null,
    candidates: found
      .slice(0, maxCandidates)
      .map(({ mail, confidence }) => ({ sent: mail.event, confidence })),
  };
}
