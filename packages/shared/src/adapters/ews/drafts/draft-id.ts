import { branded } from '../../../domain/brand.ts';
import { isMailId, type DraftId, type MailId } from '../../../domain/ids.ts';

/** What a draft is found by: its item, as long as it lies where it was made, and our header wherever it went. */
export type DraftRef = { readonly itemId: string; readonly mailId: MailId | null };

/**
 * A draft's name: `mailId:itemId`. An EWS id dies when the item moves, which sending does, and only our header then tells
 * which item in Sent it was.
 */
export function draftId(mailId: MailId, itemId: string): DraftId {
  return branded<DraftId>(`${mailId}:${itemId}`);
}

/** Reads a draft's name; a bare item id, as Office gives it for the open draft, is one without a mailId. */
export function readDraftId(id: DraftId): DraftRef {
  const at = id.indexOf(':');
  const mailId = id.slice(0, Math.max(0, at));
  return isMailId(mailId) ? { mailId, itemId: id.slice(at + 1) } : { mailId: null, itemId: id };
}
