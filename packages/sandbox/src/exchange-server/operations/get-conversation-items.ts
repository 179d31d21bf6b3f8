import { EwsError } from '../ews-error.ts';
import { folderNamedBy } from '../folders.ts';
import { itemElement, readShape } from '../properties/shape.ts';
import { childOf, type XmlNode } from '../xml/read.ts';
import { element, type XmlElement } from '../xml/write.ts';
import { each, success, viewOf, type Operation } from './operation.ts';

const NEWEST_FIRST: ReadonlySet<string> = new Set(['DateOrderDescending', 'TreeOrderDescending']);

const countIn = (node: XmlNode, name: string): number => {
  const text = childOf(node, name)?.text.trim();
  return text === undefined ? Infinity : Number(text);
};

/** GetConversationItems: each conversation, a node for each Message-ID in it, whichever folder its items lie in. */
export const getConversationItems: Operation = (request, place) => {
  const shape = readShape(request, 'GetItem');
  const order = childOf(request, 'SortOrder')?.text.trim() ?? '';
  const most = countIn(request, 'MaxItemsToReturn');
  const ignored = new Set(
    (childOf(request, 'FoldersToIgnore')?.children ?? []).map(
      (node) => folderNamedBy(place.mailbox, node).id,
    ),
  );
  return each('GetConversationItems', childOf(request, 'Conversations')?.children ?? [], (node) => {
    const wanted = childOf(node, 'ConversationId')?.attributes['Id'];
    const items = place.mailbox
      .items()
      .toReversed()
      .filter(({ conversationId, folderId }) => conversationId === wanted && !ignored.has(folderId))
      .toSorted((one, other) => one.receivedAt - other.receivedAt);
    if (items.length === 0)
      throw new EwsError('ErrorItemNotFound', 'The specified object was not found in the store.');
    const sorted = (NEWEST_FIRST.has(order) ? items.toReversed() : items).slice(0, most);
    const names = new Set(sorted.map(({ messageId }) => messageId));
    const written = [...names].map((name): XmlElement => {
      const own = sorted.filter(({ messageId }) => messageId === name);
      return element(
        't:ConversationNode',
        {},
        element('t:InternetMessageId', {}, name),
        element('t:Items', {}, ...own.map((item) => itemElement(viewOf(place, item), shape))),
      );
    });
    return success(
      'GetConversationItems',
      element(
        'm:Conversation',
        {},
        element('t:ConversationId', { Id: wanted ?? '' }),
        element('t:ConversationNodes', {}, ...written),
      ),
    );
  });
};
