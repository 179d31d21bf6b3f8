import { readNotice } from '../../domain/bounce/detect.ts';
import type { Notice } from '../../domain/bounce/notice.ts';
import { messageId } from '../../domain/ids.ts';
import { author } from '../../domain/message/addressees.ts';
import { judgeIncoming, judgeWriter } from '../../domain/message/judge-incoming.ts';
import { answeredIds } from '../../domain/message/references.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure, Outcome } from '../ports/outcome.ts';
import { findAnswered, fromEvent, type AnsweredMail } from './find-answered.ts';
import { incomingEvent } from './incoming-event.ts';
import { record, type Look } from './look.ts';
import { noticeEvents } from './notice-events.ts';

/** How old a mail may be for a notice that names nothing but the address, ms: servers give up after five days at most. */
const noticePatienceMs = 7 * 24 * 3_600_000;

/**
 * Writes what an incoming message proves about mail of ours; mail that answers nothing we sent writes nothing. Place
 * and read state of the message play no part, since rules file and mark what nobody has seen.
 */
export async function readIncoming(
  look: Look,
  message: MailboxMessage,
): Promise<CallFailure | null> {
  const from = author(message.headers);
  if (from?.address === look.parts.account) return null;
  if (judgeIncoming(message.headers) === 'notice-suspect') {
    const raw = await look.parts.mailbox.raw(message.id);
    if (raw.kind !== 'ok') return raw;
    if (raw.value === null) return null;
    const notice = readNotice(raw.value);
    switch (notice.kind) {
      case 'bounce':
      case 'delayed':
      case 'complaint':
        return takeNotice(look, message, notice);
      case 'read-receipt':
      case 'delivered':
        return null;
      case 'auto-reply':
        return takeReply(look, message, 'auto-replied');
      case 'none':
        break;
    }
  }
  const byPerson = judgeWriter(message.headers) === 'person';
  return takeReply(look, message, byPerson ? 'replied' : 'auto-replied');
}

async function takeReply(
  look: Look,
  message: MailboxMessage,
  kind: 'replied' | 'auto-replied',
): Promise<CallFailure | null> {
  const clue = {
    messageIds: answeredIds(message.headers),
    threadId: message.threadId,
    id: message.id,
  };
  const answered = await findAnswered(look, clue, { before: message.receivedAt, exact: false });
  if (answered.kind !== 'ok') return answered;
  if (answered.value === null) return null;
  const evidence = evidenceOf(look, message, answered.value);
  await record(look, [incomingEvent(evidence, author(message.headers), { kind })]);
  return null;
}

async function takeNotice(
  look: Look,
  message: MailboxMessage,
  notice: Notice,
): Promise<CallFailure | null> {
  const answered = await findReported(look, message, notice);
  if (answered.kind !== 'ok') return answered;
  if (answered.value === null) return null;
  const { mailId } = answered.value;
  const history = mailId === null ? [] : await look.parts.events.ofMail(mailId);
  await record(look, noticeEvents(notice, evidenceOf(look, message, answered.value), history));
  return null;
}

/** The mail that a notice is about: by what it names, else by its thread, else the last one to the address it names. */
async function findReported(
  look: Look,
  message: MailboxMessage,
  notice: Notice,
): Promise<Outcome<AnsweredMail | null>> {
  const named = [notice.messageId, ...notice.references, ...answeredIds(message.headers)];
  const ids = named.map((id) => (id === null ? null : messageId(`<${id}>`)));
  const clue = {
    messageIds: [...new Set(ids.filter((id) => id !== null))],
    threadId: message.threadId,
    id: message.id,
  };
  const before = message.receivedAt;
  const found = await findAnswered(look, clue, { before, exact: notice.messageId !== null });
  if (found.kind !== 'ok' || found.value !== null || notice.messageId !== null) return found;
  for (const { address } of notice.recipients) {
    const sent = await look.parts.events.sentTo(look.parts.account, address);
    const last = sent.find(
      (event) => event.occurredAt <= before && event.occurredAt >= before - noticePatienceMs,
    );
    if (last) return { kind: 'ok', value: fromEvent(last) };
  }
  return found;
}

function evidenceOf(look: Look, message: MailboxMessage, answered: AnsweredMail) {
  return {
    mailbox: look.parts.account,
    message,
    answered,
    observedAt: look.parts.clock(),
  };
}
