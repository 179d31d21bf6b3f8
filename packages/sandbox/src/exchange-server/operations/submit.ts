import type { ExchangeItem } from '../../exchange/mailbox.ts';
import { EwsError } from '../ews-error.ts';
import { folderNamedBy } from '../folders.ts';
import { childOf, type XmlNode } from '../xml/read.ts';
import type { Place } from './operation.ts';

/** Where a sent mail is kept: a folder's id, or nowhere. */
export type Keeping =
  | { readonly kind: 'folder'; readonly id: string }
  | { readonly kind: 'nowhere' };

/** The folder that SavedItemFolderId names; Sent Items without one. */
export const savedFolder = ({ mailbox }: Place, request: XmlNode): string => {
  const node = childOf(request, 'SavedItemFolderId')?.children[0];
  return node ? folderNamedBy(mailbox, node).id : (mailbox.folder('sentitems')?.id ?? '');
};

/** Submits a draft. What waits for its time is filed in Sent Items when it leaves, whatever was asked for. */
export const submitItem = async (
  { mailbox }: Place,
  item: ExchangeItem,
  keeping: Keeping,
): Promise<void> => {
  const outcome = await mailbox.submit(item.id);
  if (outcome.kind === 'refused') throw new EwsError(outcome.code, outcome.message);
  if (outcome.kind === 'held') return;
  if (keeping.kind === 'nowhere') mailbox.erase(item.id);
  else if (mailbox.find(item.id)?.folderId !== keeping.id)
    mailbox.update(item.id, { folderId: keeping.id });
};
