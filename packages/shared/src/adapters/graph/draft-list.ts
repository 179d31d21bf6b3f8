import type { Drafts, ListedDraft } from '../../application/ports/mailbox.ts';
import { branded } from '../../domain/brand.ts';
import { isMailId, type DraftId, type MailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import { messageSchema, pageSchema, type GraphMessage } from './answers.ts';
import { missingIsNull, missingIsRefused, pathOf, type GraphCalls } from './graph-calls.ts';
import { messagePath, messagesOf, timeOf } from './graph-messages.ts';
import { mailIdProperty, propertyOf } from './mapi-properties.ts';
import { expandProperties, withQuery } from './odata.ts';

const pageSize = 50;

/** Lists drafts, newest first (GET /me/mailFolders/drafts/messages); a page is known by its path. */
export function createDraftList(calls: GraphCalls): Drafts['list'] {
  return async (page) => {
    const first = withQuery('/me/mailFolders/drafts/messages', {
      select: 'id,subject,isDraft,receivedDateTime,internetMessageHeaders',
      expand: expandProperties([mailIdProperty]),
      top: String(pageSize),
    });
    const listed = await calls.get(page ?? first, pageSchema);
    const list = missingIsRefused(listed, 'This mailbox lists no drafts.');
    if (list.kind !== 'ok') return list;
    const link = list.value['@odata.nextLink'];
    const next = link === undefined ? null : pathOf(link);
    if (link !== undefined && next === null) return { kind: 'unknown', cause: 'malformed-answer' };
    const drafts = messagesOf(list.value)
      .messages.filter(({ isDraft }) => isDraft === true)
      .map(listedDraft);
    return { kind: 'ok', value: { drafts, next } };
  };
}

function listedDraft(message: GraphMessage): ListedDraft {
  return {
    id: branded<DraftId>(message.id),
    subject: message.subject ?? '',
    savedAt: timeOf(message.receivedDateTime) ?? 0,
    mailId: mailIdIn(message),
  };
}

function mailIdIn(message: GraphMessage): MailId | null {
  const property = propertyOf(message.singleValueExtendedProperties, mailIdProperty);
  const header = property ?? headerValue(message.internetMessageHeaders, mailIdHeader);
  const value = header?.trim() ?? '';
  return isMailId(value) ? value : null;
}

/** No draft is larger: Exchange Online takes messages of 150 MB at most, and so much is nothing to send to a group. */
const mostBytes = 40 * 1024 * 1024;

/** Reads a draft with all its bytes (GET /me/messages/{id}/$value); its immutable id survives every change. */
export function createReadDraft(calls: GraphCalls): Drafts['whole'] {
  return async (id) => {
    const path = messagePath(id, { select: 'id,isDraft' });
    const read = missingIsNull(await calls.get(path, messageSchema));
    if (read.kind !== 'ok') return read;
    // With immutable ids the sent mail has the draft's name.
    if (read.value?.isDraft !== true) return { kind: 'ok', value: null };
    const raw = missingIsNull(await calls.getBytes(`${messagePath(id)}/$value`, mostBytes));
    if (raw.kind !== 'ok') return raw;
    if (raw.value === null) return { kind: 'ok', value: null };
    return raw.value.length < mostBytes
      ? { kind: 'ok', value: { id, raw: raw.value } }
      : {
          kind: 'refused',
          reason: 'This draft is too large to be sent to a group.',
          recipients: [],
        };
  };
}
