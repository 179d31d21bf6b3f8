import type { Notice } from '../../domain/bounce/notice.ts';
import { applyConsequences } from '../consequences/apply-consequences.ts';
import { candidateMails } from '../notices/candidate-mails.ts';
import { eventsOfNotice } from '../notices/events-of-notice.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import type { KeptNotice } from '../ports/unmatched-notices.ts';
import { fromEvent } from './find-answered.ts';
import { findReported } from './find-reported.ts';
import { record, type Look } from './look.ts';

/**
 * Takes in a notice or complaint: writes what it proves and what follows from it, or keeps it to be matched by hand.
 * Everything is made from the notice's own id, so that one that is seen twice counts once.
 */
export async function takeNotice(
  look: Look,
  message: MailboxMessage,
  notice: Notice,
): Promise<CallFailure | null> {
  const { parts } = look;
  const { id, threadId, receivedAt, headers } = message;
  const trust = parts.mailbox.noticeTrust(headers, parts.account);
  const kept: KeptNotice = { mailbox: parts.account, id, threadId, receivedAt, notice, trust };
  const decided = await parts.decisions.ofNotice(parts.account, id);
  if (decided?.kind === 'dismiss-notice') return null;
  const chosen =
    decided?.kind === 'match-notice' ? await parts.events.byId(decided.sentEventId) : null;
  const found = chosen
    ? { kind: 'ok' as const, value: fromEvent(chosen) }
    : await findReported(look, kept, headers);
  if (found.kind !== 'ok') return found;
  if (found.value === null) {
    if (await isWorthAsking(look, kept)) await parts.unmatched.put(kept);
    return null;
  }
  const events = await eventsOfNotice(parts, kept, found.value);
  await record(look, events);
  await applyConsequences(parts, events, found.value.sentAt, chosen && decided ? decided.id : null);
  if (!chosen) await parts.unmatched.remove(parts.account, id);
  return null;
}

/** Forged notices are common spam: one that nobody vouches for, about people who were never written to, asks nobody. */
async function isWorthAsking({ parts }: Look, kept: KeptNotice): Promise<boolean> {
  if (kept.trust.kind !== 'none' || kept.notice.recipients.length === 0) return true;
  return (await candidateMails(parts.events, kept)).length > 0;
}
