import type { Person } from '../../domain/address/person.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import type { EventId, MailId, MessageId } from '../../domain/ids.ts';
import { addressees, subjectOf } from '../../domain/message/addressees.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { MailboxMessage, SentClue } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { SettlingMail } from '../ports/watch-state.ts';
import type { Look } from './look.ts';
import { settle } from './settle.ts';

/** A mail of ours that something from outside is about. */
export type AnsweredMail = {
  /** Null where it was not followed. */
  readonly mailId: MailId | null;
  readonly messageId: MessageId | null;
  readonly subject: string;
  readonly recipients: readonly Person[];
  readonly sentEventId: EventId | null;
};

/** How a clue is followed. */
export type ClueUse = {
  /** When what brought the clue arrived; mail sent later cannot be meant. Epoch ms. */
  readonly before: number;
  /** A notice that names its mail means that one and no neighbour in the thread. */
  readonly exact: boolean;
};

/**
 * The sent mail a clue points to, or null: first among the events, then among what has not settled (being answered
 * proves that it left), and last in the mailbox itself, where mail stands that was not followed.
 */
export async function findAnswered(
  look: Look,
  clue: SentClue,
  use: ClueUse,
): Promise<Outcome<AnsweredMail | null>> {
  const named = (entry: SettlingMail) =>
    entry.messageId !== null && clue.messageIds.includes(entry.messageId);
  const near = (entry: SettlingMail) =>
    entry.threadId === clue.threadId && entry.sentAt <= use.before;

  const failure = await settleAnswered(look, named);
  if (failure) return failure;
  for (const id of clue.messageIds) {
    const event = await look.parts.events.sentByMessageId(look.parts.account, id);
    if (event) return { kind: 'ok', value: fromEvent(event) };
  }
  if (!use.exact || clue.messageIds.length === 0) {
    const nearFailure = await settleAnswered(look, near);
    if (nearFailure) return nearFailure;
    const inThread = await look.parts.events.sentInThread(look.parts.account, clue.threadId);
    const event = inThread.find((sent) => sent.occurredAt <= use.before);
    if (event) return { kind: 'ok', value: fromEvent(event) };
  }
  const found = await look.parts.mailbox.findSent(clue);
  if (found.kind !== 'ok') return found;
  return { kind: 'ok', value: found.value ? await fromMessage(look, found.value) : null };
}

/** An event's mail, as the later events about it name it. */
export function fromEvent(event: MailEvent): AnsweredMail {
  return {
    mailId: event.mailId,
    messageId: event.messageId,
    subject: event.subject,
    recipients: event.kind === 'sent' ? event.recipients : [event.person],
    sentEventId: event.kind === 'sent' ? event.id : null,
  };
}

async function settleAnswered(look: Look, fits: (entry: SettlingMail) => boolean) {
  for (const entry of look.state.settling.filter(fits)) {
    const failure = await settle(look, entry);
    if (failure) return failure;
  }
  return null;
}

async function fromMessage(look: Look, message: MailboxMessage): Promise<AnsweredMail> {
  const mail = await look.parts.followed.byMailboxMessageId(look.parts.account, message.id);
  return {
    mailId: mail?.follow === true ? mail.mailId : null,
    messageId: ownMessageId(message.headers),
    subject: subjectOf(message.headers),
    recipients: addressees(message.headers),
    sentEventId: null,
  };
}
