import { EwsError, schemaFault } from '../ews-error.ts';
import { folderNamedBy } from '../folders.ts';
import { itemNamedBy } from '../ids.ts';
import { childOf } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, idsOf, success, type Operation } from './operation.ts';

/** MoveItem: the item has another id then. What was submitted and waits is taken back by it. */
export const moveItem: Operation = (request, place) => {
  const { mailbox, switches } = place;
  const target = childOf(request, 'ToFolderId')?.children[0];
  if (!target) throw schemaFault('ToFolderId is missing.');
  const withIds = childOf(request, 'ReturnNewItemIds')?.text.trim() !== 'false';
  return each('MoveItem', childOf(request, 'ItemIds')?.children ?? [], (node) => {
    const folder = folderNamedBy(mailbox, target);
    const { item } = itemNamedBy(mailbox, node);
    if (item.heldUntil !== null && switches.moveOfHeld === 'refused')
      throw new EwsError('ErrorMoveCopyFailed', 'The move or copy operation failed.');
    const moved = mailbox.update(item.id, { folderId: folder.id });
    return success('MoveItem', withIds ? idsOf(mailbox, [moved]) : element('m:Items'));
  });
};
