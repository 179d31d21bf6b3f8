import { withoutHeader } from '../../mail/edit-headers.ts';
import { itemNamedBy } from '../ids.ts';
import { itemElement, readShape } from '../properties/shape.ts';
import { childOf } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, success, viewOf, type Operation } from './operation.ts';

/** GetItem: each item by its id, whole if asked for. */
export const getItem: Operation = (request, place) => {
  const shape = readShape(request, 'GetItem');
  return each('GetItem', childOf(request, 'ItemIds')?.children ?? [], (node) => {
    const { item } = itemNamedBy(place.mailbox, node);
    const shown =
      place.switches.bccInAnswers === 'kept'
        ? item
        : { ...item, raw: withoutHeader(item.raw, 'Bcc') };
    return success('GetItem', element('m:Items', {}, itemElement(viewOf(place, shown), shape)));
  });
};
