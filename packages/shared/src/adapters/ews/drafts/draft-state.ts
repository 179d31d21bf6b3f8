import type { Outcome } from '../../../application/ports/outcome.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { extendedTime, extendedValue, onlyItemIn, type EwsItem } from '../items/ews-item.ts';
import { getItemRequest } from '../requests/item-requests.ts';
import { extended, field, mapi } from '../requests/properties.ts';

/** mfSubmitted in PidTagMessageFlags ([MS-OXCMSG] 2.2.1.6). */
const submittedFlag = 0x4;

/** A draft as it lies in the mailbox. */
export type DraftItem = {
  readonly item: EwsItem;
  /** Null where Exchange does not tell. */
  readonly submitted: boolean | null;
  /** When Exchange sends it, if it was submitted; epoch ms; null = at once. */
  readonly leavesAt: number | null;
};

/** What must be asked for, so that `draftItem` can tell all of a draft. */
export const draftPaths = [
  field('item:ParentFolderId'),
  field('item:ConversationId'),
  field('item:DateTimeSent'),
  field('item:IsDraft'),
  field('message:InternetMessageId'),
  extended(mapi.messageFlags),
  extended(mapi.deferredSendTime),
  extended(mapi.mailId),
];

/** Reads how a draft stands from its item. */
export function draftItem(item: EwsItem): DraftItem {
  const flags = Number.parseInt(extendedValue(item, mapi.messageFlags) ?? '', 10);
  return {
    item,
    submitted: Number.isNaN(flags) ? null : (flags & submittedFlag) !== 0,
    leavesAt: extendedTime(item, mapi.deferredSendTime),
  };
}

/** A draft by its item's id; null where no item has it any more. */
export async function readDraft(
  calls: EwsCalls,
  itemId: string,
): Promise<Outcome<DraftItem | null>> {
  const part = await calls.one(getItemRequest([itemId], draftPaths));
  if (part.kind === 'missing') return { kind: 'ok', value: null };
  if (part.kind !== 'ok') return asCallFailure(part, '');
  const item = onlyItemIn(part.part);
  return item === null
    ? { kind: 'unknown', cause: 'malformed-answer' }
    : { kind: 'ok', value: draftItem(item) };
}
