import { attributions, sureEnough } from '../../domain/bounce/attribute.ts';
import { messageId } from '../../domain/ids.ts';
import type { Headers } from '../../domain/message/headers.ts';
import { answeredIds, ownMessageId } from '../../domain/message/references.ts';
import { candidateMails, clueOf } from '../notices/candidate-mails.ts';
import type { SentClue } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { KeptNotice } from '../ports/unmatched-notices.ts';
import {
  fromEvent,
  fromMessage,
  settleNamed,
  settleNear,
  type AnsweredMail,
} from './find-answered.ts';
import type { Look } from './look.ts';

/**
 * The mail that a notice is about, where that is sure enough: among the events, after settling what the notice proves
 * to have left, else in the mailbox itself, where mail stands that was not followed. Null = a person must say.
 */
export async function findReported(
  look: Look,
  kept: KeptNotice,
  headers: Headers,
): Promise<Outcome<AnsweredMail | null>> {
  const clue = sentClue(kept, headers);
  const isNamed = kept.notice.messageId !== null;
  const failure =
    (await settleNamed(look, clue)) ??
    (isNamed ? null : await settleNear(look, clue, kept.receivedAt));
  if (failure) return failure;
  const [best] = attributions(clueOf(kept), await candidateMails(look.parts.events, kept));
  const isSure = best !== undefined && best.confidence >= sureEnough;
  if (isSure && best.by !== 'recipient') return { kind: 'ok', value: fromEvent(best.mail.event) };
  const inMailbox = await look.parts.mailbox.findSent(clue);
  if (inMailbox.kind !== 'ok') return inMailbox;
  const own = inMailbox.value === null ? null : ownMessageId(inMailbox.value.headers);
  const isMeant = !isNamed || (own !== null && clue.messageIds.includes(own));
  if (inMailbox.value !== null && isMeant) {
    return { kind: 'ok', value: await fromMessage(look, inMailbox.value) };
  }
  return { kind: 'ok', value: isSure ? fromEvent(best.mail.event) : null };
}

function sentClue({ notice, threadId, id }: KeptNotice, headers: Headers): SentClue {
  const named = [notice.messageId, ...notice.references, ...answeredIds(headers)];
  const ids = named.map((one) => (one === null ? null : messageId(`<${one}>`)));
  return { messageIds: [...new Set(ids.filter((one) => one !== null))], threadId, id };
}
