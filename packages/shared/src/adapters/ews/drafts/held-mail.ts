import type { HeldState } from '../../../application/ports/mailbox.ts';
import type { Outcome } from '../../../application/ports/outcome.ts';
import type { EwsCalls } from '../ews-calls.ts';
import type { FolderBook, MailFolders } from '../folders.ts';
import type { EwsItem } from '../items/ews-item.ts';
import { messagePaths } from '../items/message-of.ts';
import { messageIn } from '../items/read-messages.ts';
import { getItemRequest } from '../requests/item-requests.ts';
import type { DraftRef } from './draft-id.ts';
import { draftItem, readDraft, type DraftItem } from './draft-state.ts';
import { findMail } from './sent-copy.ts';

/** How a mail that was to be handed over stands, and the item that waits; null where none does. */
export type Held = { readonly state: HeldState; readonly waiting: DraftItem | null };

/** Reads how such mails stand. */
export type ReadHeld = (ref: DraftRef) => Promise<Outcome<Held>>;

/** Makes the reader of one mailbox. It learns whether this Exchange shows mfSubmitted: until it was seen once, its absence says nothing. */
export function createReadHeld(calls: EwsCalls, book: FolderBook): ReadHeld {
  let isFlagShown = false;
  return async (ref) => {
    const folders = await book.read();
    if (folders.kind !== 'ok') return folders;
    const waiting = await findWaiting(calls, folders.value, ref);
    if (waiting.kind !== 'ok') return waiting;
    if (waiting.value === null) return readLeft(calls, folders.value, ref);
    isFlagShown ||= waiting.value.submitted === true;
    const state = stateOf(waiting.value, folders.value, isFlagShown);
    return { kind: 'ok', value: { state, waiting: waiting.value } };
  };
}

function stateOf(
  { item, submitted, leavesAt }: DraftItem,
  { outbox }: MailFolders,
  isFlagShown: boolean,
): HeldState {
  // Submitted without a time: it waits for its turn in Exchange's own queue, and leaves any moment.
  const held = { kind: 'held', leavesAt: leavesAt ?? item.sentAt ?? 0 } as const;
  if (submitted === true || item.parentFolderId === outbox) return held;
  if (submitted === null) return { kind: 'unclear' };
  // The time is set before it is sent: without one it never came so far.
  return leavesAt === null || isFlagShown ? { kind: 'draft' } : { kind: 'unclear' };
}

/** The mail where it waits, in Drafts or the Outbox; null where it is in neither. */
async function findWaiting(
  calls: EwsCalls,
  { drafts, outbox }: MailFolders,
  { itemId, mailId }: DraftRef,
): Promise<Outcome<DraftItem | null>> {
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

/** A mail that does not wait: it left, or it is gone. One among the deleted items never leaves from there. */
async function readLeft(
  calls: EwsCalls,
  folders: MailFolders,
  ref: DraftRef,
): Promise<Outcome<Held>> {
  const gone = { kind: 'ok', value: { state: { kind: 'gone' }, waiting: null } } as const;
  const sent = await findSent(calls, folders, ref);
  if (sent.kind !== 'ok') return sent;
  if (sent.value === null) return gone;
  const part = await calls.one(getItemRequest([sent.value.id], messagePaths));
  const message = messageIn(part, folders.sent);
  if (message.kind !== 'ok') return message;
  if (message.value === null) return gone;
  return {
    kind: 'ok',
    value: { state: { kind: 'left', message: message.value }, waiting: null },
  };
}

/** The mail as it left: by our header wherever it was filed since, or by its id where nothing moved it. */
async function findSent(
  calls: EwsCalls,
  folders: MailFolders,
  { itemId, mailId }: DraftRef,
): Promise<Outcome<EwsItem | null>> {
  if (mailId !== null) {
    const name = { mailId, internetMessageId: null };
    const found = await findMail(calls, name, ['sentitems', 'deleteditems']);
    if (found.kind !== 'ok') return found;
    const left = found.value.find((item) => item !== null && !item.isDraft);
    return { kind: 'ok', value: left ?? null };
  }
  const item = await readDraft(calls, itemId);
  if (item.kind !== 'ok') return item;
  const isInSent = item.value?.item.parentFolderId === folders.sent;
  return { kind: 'ok', value: isInSent ? (item.value?.item ?? null) : null };
}
