import type { Drafts } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import { branded } from '../../domain/brand.ts';
import { toBase64 } from '../../domain/encoding/base64.ts';
import type { DraftId } from '../../domain/ids.ts';
import { folderSchema, messageSchema, type GraphMessage } from './answers.ts';
import { createDraftList, createReadDraft } from './draft-list.ts';
import { createDraftSearch } from './draft-search.ts';
import { createFindDraft } from './find-draft.ts';
import { missingIsNull, missingIsRefused, type GraphCalls } from './graph-calls.ts';
import { messagePath } from './graph-messages.ts';
import type { Place } from './own-addresses.ts';

/** The drafts of an Exchange mailbox; `sends` are the calls that go before all others. */
export function createGraphDrafts({
  calls,
  sends,
  readPlace,
}: Record<'calls' | 'sends', GraphCalls> & {
  readonly readPlace: () => Promise<Outcome<Place>>;
}): Drafts {
  return {
    async create({ raw }) {
      // A message as MIME: its own headers, ours included, stay (POST /me/messages with text/plain).
      const text = toBase64(new TextEncoder().encode(raw));
      const content = { type: 'text/plain', text };
      const made = missingIsRefused(
        await sends.post('/me/messages', content, folderSchema),
        'This mailbox keeps no drafts.',
      );
      return made.kind === 'ok' ? { kind: 'ok', value: branded<DraftId>(made.value.id) } : made;
    },
    find: createFindDraft(calls, readPlace),
    remove: (id) => removeDraft(sends, id),
    beginning: createDraftSearch(calls),
    list: createDraftList(calls),
    whole: createReadDraft(calls),
  };
}

/** Deletes a draft, and nothing that has left: with immutable ids the sent mail has the draft's name. */
async function removeDraft(calls: GraphCalls, id: DraftId): Promise<Outcome<null>> {
  const read = missingIsNull(
    await calls.get(messagePath(id, { select: 'id,isDraft,changeKey' }), messageSchema),
  );
  if (read.kind !== 'ok') return read;
  if (read.value?.isDraft !== true) return { kind: 'ok', value: null };
  const gone = missingIsNull(await calls.remove(messagePath(id), unchanged(read.value)));
  return gone.kind === 'ok' ? { kind: 'ok', value: null } : gone;
}

/** Lets a call fail where the item is another than it was (RFC 9110 section 13.1.1): in between it may have left. */
export function unchanged({ changeKey }: GraphMessage): { readonly ifMatch?: string } {
  return changeKey === null ? {} : { ifMatch: `W/"${changeKey}"` };
}
