import type { Drafts, ListedDraft } from '../../../application/ports/mailbox.ts';
import type { CallFailure } from '../../../application/ports/outcome.ts';
import { branded } from '../../../domain/brand.ts';
import { fromBase64url } from '../../../domain/encoding/base64url.ts';
import { isMailId, type DraftId } from '../../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { type EwsItem, extendedValue, itemsIn, onlyItemIn } from '../items/ews-item.ts';
import { findItemRequest } from '../requests/find-requests.ts';
import { getItemRequest } from '../requests/item-requests.ts';
import { extended, field, mapi } from '../requests/properties.ts';
import { isSince } from '../requests/restriction.ts';
import { attributeOf, childOf, childText, textElement } from '../xml/element.ts';
import { draftId, readDraftId } from './draft-id.ts';

const pageSize = 50;

/** What a list of drafts wants of each. */
export const listPaths = [
  field('item:Subject'),
  field('item:DateTimeCreated'),
  extended(mapi.mailId),
];

const malformed: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };

/** Lists the folder Drafts, newest first (FindItem); a page is known by its offset. */
export function createDraftList(calls: EwsCalls): Drafts['list'] {
  return async (page) => {
    const offset = Number(page ?? '0');
    const answer = await calls.one(
      findItemRequest({
        paths: listPaths,
        folders: [{ name: 'drafts' }],
        restriction: isSince(field('item:DateTimeCreated'), 0),
        order: 'Descending',
        page: { offset, size: pageSize },
      }),
    );
    if (answer.kind !== 'ok') return asCallFailure(answer, 'Exchange did not list the drafts.');
    const root = childOf(answer.part, 'RootFolder');
    const items = root === undefined ? [] : itemsIn(root);
    const isLast = attributeOf(root, 'IncludesLastItemInRange') !== 'false' || items.length === 0;
    return {
      kind: 'ok',
      value: { drafts: items.map(listedDraft), next: isLast ? null : String(offset + pageSize) },
    };
  };
}

/** A draft as a list shows it, asked for with `listPaths`. */
export function listedDraft(item: EwsItem): ListedDraft {
  const value = extendedValue(item, mapi.mailId)?.trim() ?? '';
  const mailId = isMailId(value) ? value : null;
  return {
    id: mailId === null ? branded<DraftId>(item.id) : draftId(mailId, item.id),
    subject: childText(item.element, 'Subject') ?? '',
    savedAt: Date.parse(childText(item.element, 'DateTimeCreated') ?? '') || 0,
    mailId,
  };
}

/** Reads a draft with all its bytes (GetItem with IncludeMimeContent), as Exchange writes it from what it keeps. */
export function createReadDraft(calls: EwsCalls): Drafts['whole'] {
  return async (id) => {
    const withMime = [textElement('t:IncludeMimeContent', 'true')];
    const asked = [field('item:IsDraft')];
    const answer = await calls.one(getItemRequest([readDraftId(id).itemId], asked, withMime));
    if (answer.kind === 'missing') return { kind: 'ok', value: null };
    if (answer.kind === 'too-large') {
      const reason = 'This draft is larger than Outlook lets an add-in read.';
      return { kind: 'refused', reason, recipients: [] };
    }
    if (answer.kind !== 'ok') return asCallFailure(answer, '');
    const item = onlyItemIn(answer.part);
    if (item?.isDraft === false) return { kind: 'ok', value: null };
    const mime = childText(item?.element, 'MimeContent');
    const raw = mime === null ? null : fromBase64url(mime.replaceAll(/\s+/g, ''));
    return raw === null ? malformed : { kind: 'ok', value: { id, raw } };
  };
}
