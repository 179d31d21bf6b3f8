import type { Drafts } from '../../../application/ports/mailbox.ts';
import { toBase64 } from '../../../domain/encoding/base64.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { onlyItemIn } from '../items/ews-item.ts';
import { search } from '../items/search.ts';
import { createDraftRequest, moveItemRequest } from '../requests/item-requests.ts';
import { extended, field, mapi } from '../requests/properties.ts';
import { beginsWith, isEqualTo } from '../requests/restriction.ts';
import { draftId, readDraftId } from './draft-id.ts';
import { createDraftList, createReadDraft, listedDraft, listPaths } from './draft-list.ts';

/** The drafts of an Exchange mailbox. Exchange finds the conversation of a follow-up by its References by itself. */
export function createEwsDrafts(calls: EwsCalls): Drafts {
  return {
    async create({ raw, mailId }) {
      const mime = toBase64(new TextEncoder().encode(raw));
      const made = await calls.one(createDraftRequest(mime));
      if (made.kind !== 'ok') return asCallFailure(made, 'This mailbox has no Drafts folder.');
      const item = onlyItemIn(made.part);
      return item === null
        ? { kind: 'unknown', cause: 'malformed-answer' }
        : { kind: 'ok', value: draftId(mailId, item.id) };
    },
    async find(mailId) {
      // What is to leave later waits in the one or the other.
      const found = await search(calls, {
        folders: [{ name: 'drafts' }, { name: 'outbox' }],
        restriction: isEqualTo(extended(mapi.mailId), mailId),
        paths: [],
      });
      if (found.kind !== 'ok') return found;
      const [item] = found.value.flat();
      return { kind: 'ok', value: item === undefined ? null : draftId(mailId, item.id) };
    },
    async remove(id) {
      const moved = await calls.one(moveItemRequest(readDraftId(id).itemId, 'deleteditems'));
      if (moved.kind === 'ok' || moved.kind === 'missing') return { kind: 'ok', value: null };
      return asCallFailure(moved, '');
    },
    async beginning(subject) {
      const found = await search(calls, {
        folders: [{ name: 'drafts' }],
        restriction: beginsWith(field('item:Subject'), subject),
        paths: listPaths,
      });
      if (found.kind !== 'ok') return found;
      return { kind: 'ok', value: found.value.flat().map(listedDraft) };
    },
    list: createDraftList(calls),
    whole: createReadDraft(calls),
  };
}
