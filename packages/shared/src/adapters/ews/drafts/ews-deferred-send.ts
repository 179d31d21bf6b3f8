import type { DeferredSend, HeldState } from '../../../application/ports/mailbox.ts';
import type { Outcome } from '../../../application/ports/outcome.ts';
import type { DraftId } from '../../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { FolderBook } from '../folders.ts';
import { onlyItemIn, type EwsItem } from '../items/ews-item.ts';
import { messagePaths } from '../items/message-of.ts';
import { messageIn } from '../items/read-messages.ts';
import { getItemRequest, moveItemRequest, setTimesRequest } from '../requests/item-requests.ts';
import { mapi } from '../requests/properties.ts';
import { readDraftId, type DraftRef } from './draft-id.ts';
import { draftItem, readDraft, type DraftItem } from './draft-state.ts';
import { isUnsent, refTo, submit } from './send-draft.ts';
import { findMail } from './sent-copy.ts';

const goneWords = 'The draft is no longer there. Look in Sent Items before sending again.';
const leftWords = 'This mail has left already.';

type Parts = { readonly calls: EwsCalls; readonly book: FolderBook };

/**
 * Sending later by Exchange itself: a draft that carries a deferred time and is submitted waits on the server. Both times
 * are set, the one that Exchange goes by (0x3FEF) and the one that Outlook shows (0x000F).
 */
export function createEwsDeferredSend(parts: Parts): DeferredSend {
  const { calls } = parts;
  return {
    async handOver(id, leavesAt) {
      const { itemId } = readDraftId(id);
      const draft = await readDraft(calls, itemId);
      if (draft.kind !== 'ok') return draft;
      if (draft.value === null) return refused(goneWords);
      // An earlier hand-over whose answer was lost.
      if (draft.value.submitted === true) return { kind: 'ok', value: null };
      if (!isUnsent(draft.value)) return refused(leftWords);
      const timed = await setTimes(calls, draft.value, leavesAt);
      if (timed.kind !== 'ok') return timed;
      const sent = await submit(calls, timed.value);
      return sent.kind === 'ok' ? { kind: 'ok', value: null } : asCallFailure(sent, goneWords);
    },
    state: (id) => stateOf(parts, id),
    async cancel(id) {
      const before = await stateOf(parts, id);
      if (before.kind !== 'ok') return before;
      if (before.value.kind === 'left') return { kind: 'ok', value: 'left' };
      if (before.value.kind === 'gone') return { kind: 'ok', value: 'cancelled' };
      const waiting = await findWaiting(parts, readDraftId(id));
      if (waiting.kind !== 'ok') return waiting;
      if (waiting.value !== null) {
        const request = moveItemRequest(waiting.value.item.id, 'deleteditems');
        const moved = await calls.one(request);
        if (moved.kind !== 'ok' && moved.kind !== 'missing') return asCallFailure(moved, '');
      }
      return confirmCancelled(parts, id);
    },
  };
}

async function stateOf(parts: Parts, id: DraftId): Promise<Outcome<HeldState>> {
  const ref = readDraftId(id);
  const waiting = await findWaiting(parts, ref);
  if (waiting.kind !== 'ok') return waiting;
  if (waiting.value !== null) return { kind: 'ok', value: heldState(waiting.value) };
  const sent = await findSentOf(parts, ref);
  if (sent.kind !== 'ok') return sent;
  if (sent.value === null) return { kind: 'ok', value: { kind: 'gone' } };
  const folders = await parts.book.read();
  if (folders.kind !== 'ok') return folders;
  const part = await parts.calls.one(getItemRequest([sent.value.id], messagePaths));
  const message = messageIn(part, folders.value.sent);
  if (message.kind !== 'ok') return message;
  return message.value === null
    ? { kind: 'ok', value: { kind: 'gone' } }
    : { kind: 'ok', value: { kind: 'left', message: { ...message.value, sent: true } } };
}

function heldState({ submitted, leavesAt }: DraftItem): HeldState {
  if (submitted === null) return { kind: 'unclear' };
  if (!submitted) return { kind: 'draft' };
  return leavesAt === null ? { kind: 'unclear' } : { kind: 'held', leavesAt };
}

/** The mail where it waits, in Drafts or the Outbox; null where it is in neither. */
async function findWaiting(
  { calls, book }: Parts,
  { itemId, mailId }: DraftRef,
): Promise<Outcome<DraftItem | null>> {
  const folders = await book.read();
  if (folders.kind !== 'ok') return folders;
  const { drafts, outbox } = folders.value;
  const draft = await readDraft(calls, itemId);
  if (draft.kind !== 'ok') return draft;
  const place = draft.value?.item.parentFolderId;
  if (draft.value !== null && (place === drafts || place === outbox)) return draft;
  // Moved from the one to the other it has a new id; anywhere else it does not wait.
  if (mailId === null) return { kind: 'ok', value: null };
  const found = await findMail(calls, { mailId, internetMessageId: null }, ['drafts', 'outbox']);
  if (found.kind !== 'ok') return found;
  const [inDrafts, inOutbox] = found.value;
  const item = inDrafts ?? inOutbox ?? null;
  return { kind: 'ok', value: item === null ? null : draftItem(item) };
}

/** The mail in Sent Items, by our header, or by its id where nothing moved it. */
async function findSentOf(
  { calls, book }: Parts,
  { itemId, mailId }: DraftRef,
): Promise<Outcome<EwsItem | null>> {
  if (mailId !== null) {
    const found = await findMail(calls, { mailId, internetMessageId: null }, ['sentitems']);
    if (found.kind !== 'ok') return found;
    return { kind: 'ok', value: found.value[0] ?? null };
  }
  const folders = await book.read();
  if (folders.kind !== 'ok') return folders;
  const item = await readDraft(calls, itemId);
  if (item.kind !== 'ok') return item;
  const isInSent = item.value?.item.parentFolderId === folders.value.sent;
  return { kind: 'ok', value: isInSent ? (item.value?.item ?? null) : null };
}

/** Reads that a mail neither waits nor left; one that lies among the deleted ones and is still submitted may yet leave. */
async function confirmCancelled(
  parts: Parts,
  id: DraftId,
): Promise<Outcome<'cancelled' | 'left' | 'unconfirmed'>> {
  const after = await stateOf(parts, id);
  if (after.kind !== 'ok') return { kind: 'ok', value: 'unconfirmed' };
  if (after.value.kind === 'left') return { kind: 'ok', value: 'left' };
  if (after.value.kind !== 'gone') return { kind: 'ok', value: 'unconfirmed' };
  const { mailId } = readDraftId(id);
  if (mailId === null) return { kind: 'ok', value: 'cancelled' };
  const deleted = await findMail(parts.calls, { mailId, internetMessageId: null }, [
    'deleteditems',
  ]);
  if (deleted.kind !== 'ok') return { kind: 'ok', value: 'unconfirmed' };
  const item = deleted.value[0] ?? null;
  const mayLeave = item !== null && draftItem(item).submitted === true;
  return { kind: 'ok', value: mayLeave ? 'unconfirmed' : 'cancelled' };
}

/** Sets both times; a draft that somebody changed since it was read is read again, once. */
async function setTimes(
  calls: EwsCalls,
  draft: DraftItem,
  leavesAt: number,
): Promise<Outcome<DraftItem>> {
  const times = [mapi.deferredSendTime, mapi.deferredDeliveryTime];
  const attempt = (item: EwsItem) => calls.one(setTimesRequest(refTo(item), times, leavesAt));
  let { item } = draft;
  let updated = await attempt(item);
  if (updated.kind === 'changed') {
    const again = await readDraft(calls, item.id);
    if (again.kind !== 'ok') return again;
    if (again.value === null) return refused(goneWords);
    ({ item } = again.value);
    updated = await attempt(item);
  }
  if (updated.kind !== 'ok') return asCallFailure(updated, goneWords);
  const changed = onlyItemIn(updated.part);
  if (changed === null) return { kind: 'unknown', cause: 'malformed-answer' };
  return { kind: 'ok', value: { ...draft, item: { ...item, ...idOf(changed) } } };
}

function idOf({ id, changeKey }: EwsItem): Pick<EwsItem, 'id' | 'changeKey'> {
  return { id, changeKey };
}

function refused(reason: string) {
  return { kind: 'refused', reason, recipients: [] } as const;
}
