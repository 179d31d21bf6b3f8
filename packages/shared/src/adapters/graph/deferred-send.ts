import type { DeferredSend, HeldState } from '../../application/ports/mailbox.ts';
import type { Outcome } from '../../application/ports/outcome.ts';
import type { DraftId } from '../../domain/ids.ts';
import { messageSchema, type GraphMessage } from './answers.ts';
import { missingIsNull, missingIsRefused, type GraphCalls } from './graph-calls.ts';
import { unchanged } from './graph-drafts.ts';
import {
  mailboxMessage,
  messagePath,
  timeOf,
  usualProperties,
  wholeMessage,
} from './graph-messages.ts';
import {
  deferredDeliveryTime,
  deferredSendTime,
  messageFlags,
  mfSubmitted,
  propertyOf,
} from './mapi-properties.ts';
import { expandProperties, odataTime } from './odata.ts';
import type { Place } from './own-addresses.ts';

const withState = {
  ...wholeMessage,
  expand: expandProperties([...usualProperties, messageFlags, deferredSendTime]),
};

const notThere = 'The draft is no longer there. Look in Sent before sending again.';

/** What the calls of sending later work with. */
type Parts = {
  readonly sends: GraphCalls;
  readonly readPlace: () => Promise<Outcome<Place>>;
};

/**
 * Sending later by Exchange itself: the two MAPI times on the draft, then send. Exchange keeps it under the same id until
 * it leaves (reported from live mailboxes; facts/outlook.md, "Lane B").
 */
export function createDeferredSend(parts: Parts): DeferredSend {
  const { sends } = parts;
  // Whether this mailbox shows mfSubmitted is not documented: until it was seen once, its absence says nothing.
  const flag = { seen: false };
  let isAsked = false;
  return {
    async handOver(draft, leavesAt) {
      const value = odataTime(leavesAt);
      const times = [deferredSendTime, deferredDeliveryTime].map((id) => ({ id, value }));
      const set = await sends.patch(messagePath(draft), { singleValueExtendedProperties: times });
      const marked = missingIsRefused(set, notThere);
      if (marked.kind !== 'ok') return marked;
      const sent = missingIsRefused(await sends.act(`${messagePath(draft)}/send`), notThere);
      if (sent.kind === 'ok' && !isAsked) {
        isAsked = true;
        await readHeld(parts, draft, flag);
      }
      return sent;
    },
    async state(draft) {
      const read = await readHeld(parts, draft, flag);
      return read.kind === 'ok' ? { kind: 'ok', value: read.value.state } : read;
    },
    async cancel(draft) {
      const before = await readHeld(parts, draft, flag);
      if (before.kind !== 'ok') return before;
      const { state, message } = before.value;
      if (state.kind === 'left') return { kind: 'ok', value: 'left' };
      if (message === null || state.kind === 'gone') return { kind: 'ok', value: 'cancelled' };
      // In between it may leave, and the mail in Sent has this id, too: only the item that was read is deleted.
      const deleted = missingIsNull(await sends.remove(messagePath(draft), unchanged(message)));
      const after = await readHeld(parts, draft, flag);
      if (after.kind !== 'ok') return deleted.kind === 'ok' ? after : deleted;
      const { kind } = after.value.state;
      if (kind === 'gone') return { kind: 'ok', value: 'cancelled' };
      if (kind === 'left') return { kind: 'ok', value: 'left' };
      return deleted.kind === 'ok' ? { kind: 'ok', value: 'unconfirmed' } : deleted;
    },
  };
}

type Held = { readonly state: HeldState; readonly message: GraphMessage | null };

/** Reads an item and what it says of itself. What was deleted may lie among the deleted items, and never leaves from there. */
async function readHeld(
  { sends, readPlace }: Parts,
  draft: DraftId,
  flag: { seen: boolean },
): Promise<Outcome<Held>> {
  const place = await readPlace();
  if (place.kind !== 'ok') return place;
  const read = missingIsNull(await sends.get(messagePath(draft, withState), messageSchema));
  if (read.kind !== 'ok') return read;
  const message = read.value;
  if (message === null) return { kind: 'ok', value: { state: { kind: 'gone' }, message } };
  flag.seen ||= isSubmitted(message) === true;
  return { kind: 'ok', value: { state: stateOf(message, place.value, flag.seen), message } };
}

function stateOf(message: GraphMessage, place: Place, flagSeen: boolean): HeldState {
  if (message.isDraft !== true) {
    return { kind: 'left', message: mailboxMessage(message, place) };
  }
  if (message.parentFolderId === place.deletedFolder) return { kind: 'gone' };
  const leavesAt = timeOf(propertyOf(message.singleValueExtendedProperties, deferredSendTime));
  switch (isSubmitted(message)) {
    case true:
      // Submitted without a time: it waits for its turn in Exchange's own queue, and leaves any moment.
      return { kind: 'held', leavesAt: leavesAt ?? timeOf(message.sentDateTime) ?? 0 };
    case false:
      // The time is set before it is sent: without one it never came so far.
      return leavesAt === null || flagSeen ? { kind: 'draft' } : { kind: 'unclear' };
    case null:
      return { kind: 'unclear' };
  }
}

/** Whether Exchange has taken it to send it; null where it does not say. */
function isSubmitted({ singleValueExtendedProperties }: GraphMessage): boolean | null {
  const flags = propertyOf(singleValueExtendedProperties, messageFlags);
  if (flags === null || !/^\d{1,10}$/.test(flags)) return null;
  return (Number(flags) & mfSubmitted) !== 0;
}
