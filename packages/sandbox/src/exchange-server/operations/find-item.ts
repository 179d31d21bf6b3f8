import { schemaFault } from '../ews-error.ts';
import { folderNamedBy } from '../folders.ts';
import { pageOf, readPage } from '../paging.ts';
import { itemElement, readShape } from '../properties/shape.ts';
import { readRestriction } from '../restriction.ts';
import { readSortOrder } from '../sort-order.ts';
import { childOf } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, success, viewOf, type Operation } from './operation.ts';

/** FindItem: the items of each folder that pass the restriction, sorted, one page of them. */
export const findItem: Operation = (request, place) => {
  if (request.attributes['Traversal'] !== 'Shallow')
    throw schemaFault('Only Traversal="Shallow" is played.');
  const shape = readShape(request, 'FindItem');
  const page = readPage(childOf(request, 'IndexedPageItemView'));
  const folders = childOf(request, 'ParentFolderIds')?.children ?? [];
  return each('FindItem', folders, (node) => {
    const folder = folderNamedBy(place.mailbox, node);
    const passes = readRestriction(request);
    const sort = readSortOrder(request);
    const found = place.mailbox
      .items()
      .filter(({ folderId }) => folderId === folder.id)
      .map((item) => viewOf(place, item))
      .filter(passes)
      .toSorted(sort);
    const { entries, attributes } = pageOf(found, page);
    return success(
      'FindItem',
      element(
        'm:RootFolder',
        attributes,
        element('t:Items', {}, ...entries.map((view) => itemElement(view, shape))),
      ),
    );
  });
};
