import type { Drafts, ListedDraft, WholeDraft } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { fromBase64url } from '../../domain/encoding/base64url.ts';
import {
  isMailId,
  type DraftId,
  type MailboxMessageId,
  type MailId,
  type MessageId,
} from '../../domain/ids.ts';
import { subjectOf } from '../../domain/message/addressees.ts';
import { headerValue, type Headers } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { draftListSchema, wholeDraftSchema } from './answers.ts';
import { missingIsNull, missingIsRefused, type GmailCalls } from './gmail-calls.ts';
import { readMessages } from './read-messages.ts';

/** Drafts of one page: a list names no subject, so each is read, 20 units. */
const pageSize = 50;

/** Lists drafts, newest first (users.drafts.list, and users.messages.get for each by one batch). */
export function createDraftList(calls: GmailCalls): Drafts['list'] {
  return async (page) => {
    const query = { maxResults: String(pageSize), pageToken: page ?? undefined };
    const list = missingIsRefused(
      await calls.get('drafts', query, draftListSchema),
      'Gmail did not list the drafts.',
    );
    if (list.kind !== 'ok') return list;
    const named = new Map(
      list.value.drafts.flatMap(({ id, message }) =>
        message === undefined ? [] : [[message.id, branded<DraftId>(id)] as const],
      ),
    );
    const ids = [...named.keys()].map((id) => branded<MailboxMessageId>(id));
    const read = await readMessages(calls, ids);
    if (read.failure !== null) return read.failure;
    const drafts = read.messages.flatMap(({ id, receivedAt, headers }): readonly ListedDraft[] => {
      const draftId = named.get(id);
      if (draftId === undefined) return [];
      return [
        {
          id: draftId,
          subject: subjectOf(headers),
          savedAt: receivedAt,
          mailId: mailIdIn(headers),
        },
      ];
    });
    const newestFirst = drafts.toSorted((one, other) => other.savedAt - one.savedAt);
    return { kind: 'ok', value: { drafts: newestFirst, next: list.value.nextPageToken ?? null } };
  };
}

function mailIdIn(headers: Headers): MailId | null {
  const value = headerValue(headers, mailIdHeader)?.trim() ?? '';
  return isMailId(value) ? value : null;
}

/**
 * Reads a draft with all its bytes (users.drafts.get with format=raw). Gmail's own editor gives a draft that it rewrites
 * a new id and keeps its Message-ID, by which it is searched for then.
 */
export function createReadDraft(calls: GmailCalls): Drafts['whole'] {
  return async (id, messageId) => {
    const read = await readDraft(calls, id);
    if (read.kind !== 'ok' || read.value !== null || messageId === null) return read;
    const renamed = await draftWith(calls, messageId);
    if (renamed.kind !== 'ok') return renamed;
    return renamed.value === null ? { kind: 'ok', value: null } : readDraft(calls, renamed.value);
  };
}

async function readDraft(calls: GmailCalls, id: DraftId): Promise<Outcome<WholeDraft | null>> {
  const path = `drafts/${encodeURIComponent(id)}`;
  const read = missingIsNull(await calls.get(path, { format: 'raw' }, wholeDraftSchema));
  if (read.kind !== 'ok') return read;
  if (read.value === null) return { kind: 'ok', value: null };
  const raw = fromBase64url(read.value.message.raw);
  return raw === null
    ? { kind: 'unknown', cause: 'malformed-answer' }
    : { kind: 'ok', value: { id, raw } };
}

async function draftWith(
  calls: GmailCalls,
  messageId: MessageId,
): Promise<Outcome<DraftId | null>> {
  const list = missingIsRefused(
    await calls.get('drafts', { q: `rfc822msgid:${messageId}` }, draftListSchema),
    'Gmail did not search the drafts.',
  );
  if (list.kind !== 'ok') return list;
  const [draft] = list.value.drafts;
  return { kind: 'ok', value: draft === undefined ? null : branded<DraftId>(draft.id) };
}
