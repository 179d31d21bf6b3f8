import type { Mailbox, MailboxMessage, SentClue } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import { pageSchema } from './answers.ts';
import { missingIsNull, type GraphCalls } from './graph-calls.ts';
import { mailboxMessage, messagesOf, wholeMessage } from './graph-messages.ts';
import { odataText, withQuery } from './odata.ts';
import type { Place } from './own-addresses.ts';

/** How many of the named Message-IDs are searched for: the nearest ones name what is meant. */
const maxSearches = 3;

/** Finds the mail in Sent that a clue points to. The conversation comes first, because it mostly holds the answer in one call. */
export function createFindSent(
  calls: GraphCalls,
  readPlace: () => Promise<Outcome<Place>>,
): Mailbox['findSent'] {
  return async (clue) => {
    const place = await readPlace();
    if (place.kind !== 'ok') return place;
    const conversation = `conversationId eq ${odataText(clue.threadId)}`;
    const thread = await search(calls, place.value, conversation);
    if (thread.kind !== 'ok') return thread;
    const sent = sentBefore(thread.value, clue);
    const named = sent.find((message) => isNamed(message, clue));
    if (named) return { kind: 'ok', value: named };
    for (const messageId of clue.messageIds.slice(0, maxSearches)) {
      const filter = `internetMessageId eq ${odataText(`<${messageId}>`)}`;
      const found = await search(calls, place.value, filter);
      if (found.kind !== 'ok') return found;
      const left = found.value.find((message) => message.sent);
      if (left) return { kind: 'ok', value: left };
    }
    return { kind: 'ok', value: sent.at(-1) ?? null };
  };
}

/** What this mailbox sent in the conversation before the clue arrived, oldest first. */
function sentBefore(thread: readonly MailboxMessage[], clue: SentClue): readonly MailboxMessage[] {
  const until = thread.find(({ id }) => id === clue.id)?.receivedAt ?? Infinity;
  return thread
    .filter((message) => message.sent && message.receivedAt <= until)
    .toSorted((one, other) => one.receivedAt - other.receivedAt);
}

function isNamed(message: MailboxMessage, clue: SentClue): boolean {
  const id = ownMessageId(message.headers);
  return id !== null && clue.messageIds.includes(id);
}

/** Searches all folders; sorting would make Graph refuse such a filter ("InefficientFilter"). */
async function search(
  calls: GraphCalls,
  place: Place,
  filter: string,
): Promise<Outcome<readonly MailboxMessage[]>> {
  const path = withQuery('/me/messages', { filter, top: '50', ...wholeMessage });
  const answer = missingIsNull(await calls.get(path, pageSchema));
  if (answer.kind !== 'ok') return answer;
  const messages = answer.value === null ? [] : messagesOf(answer.value).messages;
  return { kind: 'ok', value: messages.map((message) => mailboxMessage(message, place)) };
}
