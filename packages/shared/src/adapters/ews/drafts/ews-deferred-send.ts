import type { DeferredSend } from '../../../application/ports/mailbox.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import type { FolderBook } from '../folders.ts';
import { moveItemRequest } from '../requests/item-requests.ts';
import { mapi } from '../requests/properties.ts';
import { readDraftId } from './draft-id.ts';
import { readDraft } from './draft-state.ts';
import { createReadHeld } from './held-mail.ts';
import { isUnsent, submit } from './send-draft.ts';
import { goneWords, missingHeader, setProperties } from './set-properties.ts';

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
      const at = new Date(leavesAt).toISOString();
      const times = [
        [mapi.deferredSendTime, at],
        [mapi.deferredDeliveryTime, at],
      ] as const;
      const timed = await setProperties(calls, draft.value, [
        ...times,
        ...missingHeader(draft.value, ref.mailId),
      ]);
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

function refused(reason: string) {
  return { kind: 'refused', reason, recipients: [] } as const;
}
