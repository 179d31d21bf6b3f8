import type { MailEvent } from '../../domain/analytics/event.ts';
import type { MailboxMessageId, MailId } from '../../domain/ids.ts';
import { settleMs } from '../../domain/sending/undo.ts';
import type { FollowedMail } from '../ports/followed-mails.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import type { SettlingMail } from '../ports/watch-state.ts';
import { forgetSent } from '../send-ledger/count-sent.ts';
import { bindSent, followedOf, unbind } from './bind-sent.ts';
import { isAboutOneMessage, setAside } from './failures.ts';
import { record, type Look } from './look.ts';
import { sentEvent } from './sent-event.ts';

/** How long a mail that the page named is looked for in Sent before it is given up, ms. */
const searchMs = 24 * 3_600_000;

/**
 * Writes the `sent` event of every mail that Undo cannot take back any more. Gives the failure that ended it, or when
 * the next mail will have settled (epoch ms, null = none waits).
 */
export async function settleDue(
  look: Look,
): Promise<CallFailure | { readonly nextAt: number | null }> {
  const now = look.parts.clock();
  let nextAt: number | null = null;
  for (const entry of [...look.state.settling, ...(await namedByPage(look))]) {
    const dueAt = await settledAt(look, entry);
    if (dueAt > now) {
      nextAt = Math.min(nextAt ?? dueAt, dueAt);
      continue;
    }
    const failure = await settle(look, entry);
    if (failure) return failure;
  }
  return { nextAt };
}

/** Settles one mail now: because its time is up, or because a reply or a notice proves that it left. */
export async function settle(look: Look, entry: SettlingMail): Promise<CallFailure | null> {
  const { parts } = look;
  const read = await parts.mailbox.message(entry.id);
  if (read.kind !== 'ok') {
    if (!isAboutOneMessage(read)) return read;
    look.state = { ...look.state, ...setAside(look.state, entry.id, parts.clock()) };
  } else if (read.value?.sent === true) {
    await takeSent(look, read.value);
  } else if (look.state.settling.includes(entry)) {
    await withdraw(look, entry.id);
  }
  forget(look, entry.id);
  return null;
}

/** Ties a settled message to its followed mail and writes the event; mail that is not followed leaves none. */
async function takeSent(look: Look, message: MailboxMessage): Promise<void> {
  const { parts } = look;
  const mail = await followedOf(parts, message);
  if (mail === null) return;
  await bindSent(parts, mail, message);
  if (!mail.follow) return;
  const event = sentEvent(parts.account, mail.mailId, message, parts.clock());
  await record(look, [await supersedingStop(look, mail.mailId, event)]);
}

/** A mail that the provider had held back for the sender's limit, and that left after all: that word is history. */
async function supersedingStop(look: Look, mailId: MailId, event: MailEvent): Promise<MailEvent> {
  const stopped = (await look.parts.events.ofMail(mailId)).filter(
    (one) =>
      one.kind === 'not-sent' &&
      one.occurredAt < event.occurredAt &&
      one.supersedes !== undefined &&
      one.supersedes !== event.id,
  );
  const last = stopped.toSorted((one, other) => other.occurredAt - one.occurredAt)[0];
  return last === undefined ? event : { ...event, supersedes: last.id };
}

/** A message that is gone from Sent: if it had not settled, it never left. */
export async function withdraw(look: Look, id: MailboxMessageId): Promise<void> {
  // What is thrown away after it has left counts against the limits all the same.
  if (look.state.settling.some((entry) => entry.id === id)) await forgetSent(look.parts, id);
  forget(look, id);
  const mail = await look.parts.followed.byMailboxMessageId(look.parts.account, id);
  if (mail) await unbind(look.parts, mail);
}

function forget(look: Look, id: MailboxMessageId): void {
  look.state = {
    ...look.state,
    settling: look.state.settling.filter((entry) => entry.id !== id),
  };
}

/** A departure that lies further ahead was told by a clock that has been put back since, ms. */
const wrongClockMs = 3_600_000;

/**
 * By our own clock where the page told when the rep pressed Send, so that a wrong clock makes no phantom; by the
 * date in Sent where nobody told.
 */
async function settledAt(look: Look, entry: SettlingMail): Promise<number> {
  const mail = await look.parts.followed.byMailboxMessageId(look.parts.account, entry.id);
  const leftAt = mail?.state === 'leaving' ? mail.changedAt : entry.sentAt;
  const isWrong = leftAt > look.parts.clock() + wrongClockMs;
  return Math.max(
    isWrong ? 0 : leftAt + (look.parts.settleMs ?? settleMs),
    look.state.settleNotBefore ?? 0,
  );
}

/** Mails whose id the page named and that no change has shown in Sent, as when the watch began only after the send. */
async function namedByPage(look: Look): Promise<readonly SettlingMail[]> {
  const { parts, state } = look;
  const known = new Set(state.settling.map((entry) => entry.id));
  const leaving = await parts.followed.leaving(parts.account);
  return leaving
    .filter((mail) => parts.clock() - mail.changedAt < searchMs)
    .map(settlingOf)
    .filter((entry) => entry !== null)
    .filter((entry) => !known.has(entry.id));
}

function settlingOf(mail: FollowedMail): SettlingMail | null {
  const { mailboxMessageId: id, threadId, messageId, changedAt } = mail;
  if (id === null || threadId === null) return null;
  return { id, threadId, messageId, sentAt: changedAt };
}
