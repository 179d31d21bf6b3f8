import type { Mailbox } from '../../application/ports/mailbox.ts';
import { branded } from '../../domain/brand.ts';
import type { MailboxMessageId } from '../../domain/ids.ts';
import { addressees } from '../../domain/message/addressees.ts';
import { messageListSchema } from './answers.ts';
import { missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { readMessages } from './read-messages.ts';

/**
 * Lists Sent without reading it (users.messages.list, 5 units for 500 messages). What was thrown away after it left
 * has left all the same, so trash counts.
 */
export function createSentList(calls: GmailCalls): Mailbox['sentSince'] {
  return async (since, page) => {
    const query = {
      q: `in:sent after:${Math.floor(since / 1000)}`,
      includeSpamTrash: 'true',
      maxResults: '500',
      pageToken: page ?? undefined,
    };
    const listed = await calls.get('messages', query, messageListSchema);
    const answer = missingIsRefused(listed, 'Gmail lists no messages.');
    if (answer.kind !== 'ok') return answer;
    return {
      kind: 'ok',
      value: {
        entries: answer.value.messages.map(({ id }) => ({
          id: branded<MailboxMessageId>(id),
          at: null,
          recipients: null,
        })),
        next: answer.value.nextPageToken ?? null,
      },
    };
  };
}

/** Reads mails of Sent in batches (20 units each); what was read before a limit stopped the reading is given. */
export function createSentReader(calls: GmailCalls): Mailbox['readSent'] {
  return async (ids) => {
    const { messages, failure } = await readMessages(calls, ids);
    if (failure !== null && messages.length === 0) return failure;
    return {
      kind: 'ok',
      value: messages.map(({ id, receivedAt, headers }) => ({
        id,
        at: receivedAt,
        recipients: addressees(headers).length,
      })),
    };
  };
}
