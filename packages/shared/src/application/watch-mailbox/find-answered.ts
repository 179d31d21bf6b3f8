import type { Person } from '../../domain/address/person.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import type { EventId, MailId, MessageId } from '../../domain/ids.ts';
import { addressees, subjectOf } from '../../domain/message/addressees.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import type { MailboxMessage, SentClue } from '../ports/mailbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
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
  /** When it left; epoch ms. */
  readonly sentAt: number;
};

/**
 * The sent mail that a reply points to, or null: first among the events, then among what has not settled (being
 * answered proves that it left), and last in the mailbox itself, where mail stands that was not followed. Mail sent
 * after `before` (epoch ms) cannot be meant.
 */
export async function findAnswered(
  look: Look,
  clue: SentClue,
  before: number,
): Promise<Outcome<AnsweredMail | null>> {
  const failure = await settleNamed(look, clue);
  if (failure) return failure;
  for (const id of clue.messageIds) {
    const event = await look.parts.events.sentByMessageId(look.parts.account, id);
    if (event) return { kind: 'ok', value: fromEvent(event) };
  }
  const nearFailure = await settleNear(look, clue, before);
  if (nearFailure) return nearFailure;
  const inThread = await look.parts.events.sentInThread(look.parts.account, clue.threadId);
  const event = inThread.find((sent) => sent.occurredAt <= before);
  if (event) return { kind: 'ok', value: fromEvent(event) };
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
    sentAt: event.occurredAt,
  };
}

/** Settles what a clue names, since it proves that it left. */
export function settleNamed(look: Look, clue: SentClue): Promise<CallFailure | null> {
  const { messageIds } = clue;
  return settleThose(
    look,
    (entry) => entry.messageId !== null && messageIds.includes(entry.messageId),
  );
}

/** Settles what left in the clue's thread before it came. */
export function settleNear(
  look: Look,
  clue: SentClue,
  before: number,
): Promise<CallFailure | null> {
  return settleThose(look, (entry) => entry.threadId === clue.threadId && entry.sentAt <= before);
}

async function settleThose(
  look: Look,
  fits: (entry: SettlingMail) => boolean,
): Promise<CallFailure | null> {
  for (const entry of look.state.settling.filter(fits)) {
    const failure = await settle(look, entry);
    if (failure) return failure;
  }
  return null;
}

/** A mail in Sent that may not have been followed, as the events about it name it. */
export async function fromMessage(look: Look, message: MailboxMessage): Promise<AnsweredMail> {
  const mail = await look.parts.followed.byMailboxMessageId(look.parts.account, message.id);
  return {
    mailId: mail?.follow === true ? mail.mailId : null,
    messageId: ownMessageId(message.headers),
    subject: subjectOf(message.headers),
    recipients: addressees(message.headers),
    sentEventId: null,
    sentAt: message.receivedAt,
  };
}
