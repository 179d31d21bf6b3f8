import { readNotice } from '../../domain/bounce/detect.ts';
import { author } from '../../domain/message/addressees.ts';
import { judgeIncoming, judgeWriter } from '../../domain/message/judge-incoming.ts';
import { answeredIds } from '../../domain/message/references.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import { findAnswered } from './find-answered.ts';
import { incomingEvent } from './incoming-event.ts';
import { record, type Look } from './look.ts';
import { takeNotice } from './take-notice.ts';

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
  const answered = await findAnswered(look, clue, message.receivedAt);
  if (answered.kind !== 'ok') return answered;
  if (answered.value === null) return null;
  const { account, clock } = look.parts;
  const evidence = { mailbox: account, message, answered: answered.value, observedAt: clock() };
  await record(look, [incomingEvent(evidence, author(message.headers), { kind })]);
  return null;
}
