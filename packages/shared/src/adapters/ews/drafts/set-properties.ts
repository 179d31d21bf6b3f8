import type { CallFailure, Outcome } from '../../../application/ports/outcome.ts';
import type { MailId } from '../../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from '../ews-calls.ts';
import { extendedValue, onlyItemIn, type EwsItem } from '../items/ews-item.ts';
import {
  setPropertiesRequest,
  type ItemRef,
  type PropertyValue,
} from '../requests/item-requests.ts';
import { mapi } from '../requests/properties.ts';
import { readDraft, type DraftItem } from './draft-state.ts';

/** What is said where a draft that is to be sent is not there. */
export const goneWords = 'The draft is no longer there. Look in Sent Items before sending again.';

/** Our header, for a draft that the rep wrote: Outlook gives add-ins no way to it on a server (Mailbox 1.8). Nothing where it stands. */
export function missingHeader(
  { item }: DraftItem,
  mailId: MailId | null,
): readonly PropertyValue[] {
  const stands = mailId === null || extendedValue(item, mapi.mailId) === mailId;
  return stands ? [] : [[mapi.mailId, mailId]];
}

/** Sets properties of a draft; one that somebody changed since it was read is read again, once. */
export async function setProperties(
  calls: EwsCalls,
  draft: DraftItem,
  values: readonly PropertyValue[],
): Promise<Outcome<DraftItem>> {
  if (values.length === 0) return { kind: 'ok', value: draft };
  let current = draft;
  let updated = await calls.one(setPropertiesRequest(refTo(current.item), values));
  if (updated.kind === 'changed') {
    const again = await readDraft(calls, draft.item.id);
    if (again.kind !== 'ok') return again;
    if (again.value === null) return gone;
    current = again.value;
    updated = await calls.one(setPropertiesRequest(refTo(current.item), values));
  }
  if (updated.kind !== 'ok') return asCallFailure(updated, goneWords);
  const changed = onlyItemIn(updated.part);
  if (changed === null) return { kind: 'unknown', cause: 'malformed-answer' };
  const { id, changeKey } = changed;
  return { kind: 'ok', value: { ...current, item: { ...current.item, id, changeKey } } };
}

/** An item with the key that changing and sending want. */
export function refTo({ id, changeKey }: EwsItem): ItemRef {
  return changeKey === null ? { id } : { id, changeKey };
}

const gone: CallFailure = { kind: 'refused', reason: goneWords, recipients: [] };
