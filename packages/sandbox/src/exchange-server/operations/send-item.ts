import { EwsError, schemaFault } from '../ews-error.ts';
import { itemNamedBy } from '../ids.ts';
import { childOf } from '../xml/read.ts';
import { each, success, type Operation } from './operation.ts';
import { savedFolder, submitItem } from './submit.ts';

/** SendItem: submits drafts, which needs the ChangeKey of what was last seen. */
export const sendItem: Operation = (request, place) => {
  const save = request.attributes['SaveItemToFolder'];
  if (save !== 'true' && save !== 'false') throw schemaFault('SaveItemToFolder is missing.');
  if (save === 'false' && childOf(request, 'SavedItemFolderId'))
    throw new EwsError(
      'ErrorInvalidSendItemSaveSettings',
      'SavedItemFolderId cannot be given where no copy is kept.',
    );
  return each('SendItem', childOf(request, 'ItemIds')?.children ?? [], async (node) => {
    const { item, changeKey } = itemNamedBy(place.mailbox, node);
    if (changeKey === undefined)
      throw new EwsError(
        'ErrorChangeKeyRequired',
        'The change key is required for this operation.',
      );
    if (changeKey !== item.changeKey)
      throw new EwsError(
        'ErrorStaleObject',
        'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
      );
    await submitItem(
      place,
      item,
      save === 'true' ? { kind: 'folder', id: savedFolder(place, request) } : { kind: 'nowhere' },
    );
    return success('SendItem');
  });
};
