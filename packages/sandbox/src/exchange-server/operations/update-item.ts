import type { ExchangeItem, ItemChange } from '../../exchange/mailbox.ts';
import { withHeader, withoutHeader } from '../../mail/edit-headers.ts';
import { EwsError, schemaFault } from '../ews-error.ts';
import { itemNamedBy } from '../ids.ts';
import { extendedChange } from '../properties/extended.ts';
import { isPath, readPath, type PropertyPath } from '../properties/path.ts';
import { mimeOf, peopleField } from '../write-mime.ts';
import { childOf, type XmlNode } from '../xml/read.ts';
import { element } from '../xml/write.ts';
import { each, idsOf, success, type Operation, type Place } from './operation.ts';
import { savedFolder, submitItem } from './submit.ts';

const conflict = (): EwsError =>
  new EwsError(
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );

const recipientFields: Readonly<Record<string, readonly [header: string, element: string]>> = {
  'message:ToRecipients': ['To', 'ToRecipients'],
  'message:CcRecipients': ['Cc', 'CcRecipients'],
  'message:BccRecipients': ['Bcc', 'BccRecipients'],
};

const fieldChange = async (
  uri: string,
  given: XmlNode | undefined,
  item: ExchangeItem,
  place: Place,
): Promise<ItemChange> => {
  const people = recipientFields[uri];
  if (people) {
    if (!item.isDraft)
      throw new EwsError(
        'ErrorInvalidPropertyUpdateSentMessage',
        'Update operation is invalid for property of a sent message.',
      );
    const [header, name] = people;
    const value = peopleField(childOf(given, name));
    return {
      raw:
        value === undefined ? withoutHeader(item.raw, header) : withHeader(item.raw, header, value),
    };
  }
  switch (uri) {
    case 'message:IsRead':
      return { isRead: childOf(given, 'IsRead')?.text.trim() === 'true' };
    case 'item:Categories':
      return {
        categories: (childOf(given, 'Categories')?.children ?? []).map(({ text }) => text),
      };
    case 'item:Subject':
      return { raw: withHeader(item.raw, 'Subject', childOf(given, 'Subject')?.text ?? '') };
    case 'item:MimeContent':
      if (!given || !childOf(given, 'MimeContent')) throw schemaFault('MimeContent is missing.');
      return { raw: await mimeOf(given, place) };
    default:
      throw new EwsError('ErrorInvalidPropertySet', `Set action is not played for ${uri}.`);
  }
};

const changeBy = async (node: XmlNode, item: ExchangeItem, place: Place): Promise<ItemChange> => {
  const isSet = node.name === 'SetItemField';
  if (!isSet && node.name !== 'DeleteItemField') throw schemaFault(`${node.name} is not played.`);
  const named = node.children.find(isPath);
  const path: PropertyPath | undefined = named && readPath(named);
  const given = isSet ? node.children.find((child) => !isPath(child)) : undefined;
  if (!path || (isSet && given?.name !== 'Message'))
    throw new EwsError(
      'ErrorIncorrectUpdatePropertyCount',
      'An object within a change description must contain one and only one property to modify.',
    );
  if (path.kind === 'field') return fieldChange(path.uri, given, item, place);
  if (path.kind === 'indexed')
    throw new EwsError('ErrorInvalidPropertySet', 'Set action is invalid for property.');
  const property = childOf(given, 'ExtendedProperty');
  const uri = childOf(property, 'ExtendedFieldURI');
  const inside = uri && readPath(uri);
  if (isSet && (inside?.kind !== 'extended' || inside.key !== path.key))
    throw new EwsError('ErrorUpdatePropertyMismatch', 'The path and the property do not match.');
  return extendedChange(path, isSet ? (childOf(property, 'Value')?.text ?? '') : null, item);
};

/** UpdateItem: changes properties, unless somebody else was faster. */
export const updateItem: Operation = (request, place) => {
  const { ConflictResolution: resolution, MessageDisposition: disposition } = request.attributes;
  if (!['NeverOverwrite', 'AutoResolve', 'AlwaysOverwrite'].includes(resolution ?? ''))
    throw schemaFault('ConflictResolution is missing.');
  const { mailbox } = place;
  return each('UpdateItem', childOf(request, 'ItemChanges')?.children ?? [], async (change) => {
    const id = childOf(change, 'ItemId');
    if (!id) throw schemaFault('ItemChange has no ItemId.');
    if (disposition === undefined)
      throw new EwsError('ErrorMessageDispositionRequired', 'MessageDisposition is required.');
    const { item, changeKey } = itemNamedBy(mailbox, id);
    if (changeKey === undefined && resolution !== 'AlwaysOverwrite')
      throw new EwsError(
        'ErrorChangeKeyRequiredForWriteOperations',
        'The change key is required for this operation.',
      );
    const isStale = changeKey !== undefined && changeKey !== item.changeKey;
    // AutoResolve merges what does not touch the same property, which is all that can be told apart here.
    if (isStale && resolution === 'NeverOverwrite') throw conflict();
    let changed = item;
    for (const update of childOf(change, 'Updates')?.children ?? [])
      changed = mailbox.update(item.id, await changeBy(update, changed, place));
    if (disposition !== 'SaveOnly')
      await submitItem(
        place,
        changed,
        disposition === 'SendOnly'
          ? { kind: 'nowhere' }
          : { kind: 'folder', id: savedFolder(place, request) },
      );
    return success(
      'UpdateItem',
      idsOf(mailbox, disposition === 'SaveOnly' ? [changed] : []),
      element('m:ConflictResults', {}, element('t:Count', {}, '0')),
    );
  });
};
