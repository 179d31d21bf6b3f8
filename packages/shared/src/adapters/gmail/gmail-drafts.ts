import type { Drafts, Mailbox } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { toBase64url } from '../../domain/encoding/base64url.ts';
import type { DraftId, MailboxMessageId, MailId, ThreadId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { ownMessageId } from '../../domain/message/references.ts';
import { draftListSchema, draftSchema, sentSchema } from './answers.ts';
import { createDraftList, createReadDraft } from './draft-list.ts';
import { createDraftSearch } from './draft-search.ts';
import { missingIsNull, missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { readMessage } from './gmail-messages.ts';

/** How many drafts are looked through, newest first, 20 units each: more would take a minute's whole budget. */
const maxDrafts = 250;

/** The drafts of a Gmail account (users.drafts); `sends` are the calls that go before all others. */
export function createGmailDrafts({ calls, sends }: Record<'calls' | 'sends', GmailCalls>): Drafts {
  return {
    async create(draft) {
      const raw = toBase64url(new TextEncoder().encode(draft.raw));
      const message = draft.threadId === undefined ? { raw } : { raw, threadId: draft.threadId };
      const made = missingIsRefused(
        await sends.post('drafts', { message }, draftSchema),
        'Gmail does not know the conversation this mail belongs to.',
      );
      return made.kind === 'ok' ? { kind: 'ok', value: branded<DraftId>(made.value.id) } : made;
    },
    find: (mailId) => findDraft(calls, mailId),
    async remove(id) {
      const gone = missingIsNull(await sends.remove(`drafts/${encodeURIComponent(id)}`));
      return gone.kind === 'ok' ? { kind: 'ok', value: null } : gone;
    },
    beginning: createDraftSearch(calls),
    list: createDraftList(calls),
    whole: createReadDraft(calls),
  };
}

/** Looks into the drafts for our header: Gmail's search does not know X- headers. */
async function findDraft(calls: GmailCalls, mailId: MailId): Promise<Outcome<DraftId | null>> {
  const list = missingIsRefused(
    await calls.get('drafts', { maxResults: String(maxDrafts) }, draftListSchema),
    'Gmail did not list the drafts.',
  );
  if (list.kind !== 'ok') return list;
  for (const draft of list.value.drafts) {
    if (draft.message === undefined) continue;
    const message = await readMessage(calls, branded<MailboxMessageId>(draft.message.id));
    if (message.kind !== 'ok') return message;
    if (message.value === null) continue;
    if (headerValue(message.value.headers, mailIdHeader)?.trim() === mailId) {
      return { kind: 'ok', value: branded<DraftId>(draft.id) };
    }
  }
  if (list.value.nextPageToken === undefined) return { kind: 'ok', value: null };
  // "Not there" would be a guess now, and a second copy could be made on the strength of it.
  const reason = `This mailbox holds more than ${maxDrafts} drafts. Delete drafts you no longer need.`;
  return { kind: 'refused', reason, recipients: [] };
}

/** Sends a draft and reads back what became of it: Gmail gives a new id and a Message-ID of its own. */
export function createSendDraft(calls: GmailCalls): Mailbox['send'] {
  return async (id) => {
    const sent = missingIsRefused(
      await calls.post('drafts/send', { id }, sentSchema),
      'The draft is no longer there. Look in Sent before sending again.',
    );
    if (sent.kind !== 'ok') return sent;
    const messageId = branded<MailboxMessageId>(sent.value.id);
    const copy = await readMessage(calls, messageId);
    return {
      kind: 'accepted',
      id: messageId,
      threadId: branded<ThreadId>(sent.value.threadId),
      messageId: copy.kind === 'ok' && copy.value ? ownMessageId(copy.value.headers) : null,
    };
  };
}
