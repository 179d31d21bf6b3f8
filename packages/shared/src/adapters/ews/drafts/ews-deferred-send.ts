import type { DeferredSend } from '../../../application/ports/mailbox.ts';
import type { Outcome } from '../../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { FolderBook } from '../folders.ts';
import { onlyItemIn } from '../items/ews-item.ts';
import { moveItemRequest, setTimesRequest } from '../requests/item-requests.ts';
import { mapi } from '../requests/properties.ts';
import { readDraftId } from './draft-id.ts';
import { readDraft, type DraftItem } from './draft-state.ts';
import { createReadHeld } from './held-mail.ts';
import { isUnsent, refTo, submit } from './send-draft.ts';

const goneWords = 'The draft is no longer there. Look in Sent Items before sending again.';
const leftWords = 'This mail has left already.';

/**
 * Sending later by Exchange itself: a draft that carries a deferred time and is submitted waits on the server. Both times
 * are set, the one that Exchange goes by (0x3FEF) and the one that Outlook shows (0x000F).
 */
export function createEwsDeferredSend(calls: EwsCalls, book: FolderBook): DeferredSend {
  const readHeld = createReadHeld(calls, book);
  return {
    async handOver(id, leavesAt) {
      const ref = readDraftId(id);
      const draft = await readDraft(calls, ref.itemId);
      if (draft.kind !== 'ok') return draft;
      if (draft.value === null) return refused(goneWords);
      // An earlier hand-over whose answer was lost.
      if (draft.value.submitted === true) return { kind: 'ok', value: null };
      if (!isUnsent(draft.value)) return refused(leftWords);
      const timed = await setTimes(calls, draft.value, leavesAt);
      if (timed.kind !== 'ok') return timed;
      const sent = await submit(calls, timed.value);
      if (sent.kind !== 'ok') return asCallFailure(sent, goneWords);
      // Seen right after it was submitted, the flag is known to be shown.
      await readHeld(ref);
      return { kind: 'ok', value: null };
    },
    async state(id) {
      const held = await readHeld(readDraftId(id));
      return held.kind === 'ok' ? { kind: 'ok', value: held.value.state } : held;
    },
    async cancel(id) {
      const ref = readDraftId(id);
      const before = await readHeld(ref);
      if (before.kind !== 'ok') return before;
      const { state, waiting } = before.value;
      if (state.kind === 'left') return { kind: 'ok', value: 'left' };
      if (waiting === null) return { kind: 'ok', value: 'cancelled' };
      // In between it may leave; its id dies with that, so nothing that left is moved.
      const moved = await calls.one(moveItemRequest(waiting.item.id, 'deleteditems'));
      const after = await readHeld(ref);
      if (after.kind !== 'ok') return after;
      if (after.value.state.kind === 'gone') return { kind: 'ok', value: 'cancelled' };
      if (after.value.state.kind === 'left') return { kind: 'ok', value: 'left' };
      const isMoved = moved.kind === 'ok' || moved.kind === 'missing';
      return isMoved ? { kind: 'ok', value: 'unconfirmed' } : asCallFailure(moved, '');
    },
  };
}

/** Sets both times; a draft that somebody changed since it was read is read again, once. */
async function setTimes(
  calls: EwsCalls,
  draft: DraftItem,
  leavesAt: number,
): Promise<Outcome<DraftItem>> {
  const times = [mapi.deferredSendTime, mapi.deferredDeliveryTime];
  const attempt = ({ item }: DraftItem) => calls.one(setTimesRequest(refTo(item), times, leavesAt));
  let current = draft;
  let updated = await attempt(current);
  if (updated.kind === 'changed') {
    const again = await readDraft(calls, draft.item.id);
    if (again.kind !== 'ok') return again;
    if (again.value === null) return refused(goneWords);
    current = again.value;
    updated = await attempt(current);
  }
  if (updated.kind !== 'ok') return asCallFailure(updated, goneWords);
  const changed = onlyItemIn(updated.part);
  if (changed === null) return { kind: 'unknown', cause: 'malformed-answer' };
  const { id, changeKey } = changed;
  return { kind: 'ok', value: { ...current, item: { ...current.item, id, changeKey } } };
}

function refused(reason: string) {
  return { kind: 'refused', reason, recipients: [] } as const;
}
