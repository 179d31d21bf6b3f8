import { withoutHeader } from '../../mail/edit-headers.ts';
import { EwsError, schemaFault } from '../ews-error.ts';
import { folderNamedBy } from '../folders.ts';
import { extendedChange } from '../properties/extended.ts';
import { readPath } from '../properties/path.ts';
import { mimeOf } from '../write-mime.ts';
import { childOf, type XmlNode } from '../xml/read.ts';
import { each, idsOf, success, type Operation, type Place } from './operation.ts';
import { savedFolder, submitItem } from './submit.ts';

const dispositions: ReadonlySet<string> = new Set(['SaveOnly', 'SendOnly', 'SendAndSaveCopy']);

const rawOf = async (node: XmlNode, place: Place): Promise<Buffer> => {
  const raw = await mimeOf(node, place);
  return place.switches.bccInMimeContent === 'dropped' && childOf(node, 'MimeContent')
    ? withoutHeader(raw, 'Bcc')
    : raw;
};

const create = async (node: XmlNode, place: Place, folder: string) => {
  const { mailbox } = place;
  if (node.name !== 'Message') throw schemaFault(`${node.name} is not played, only Message.`);
  let raw = await rawOf(node, place);
  let properties: Readonly<Record<string, string>> = {};
  for (const property of node.children.filter(({ name }) => name === 'ExtendedProperty')) {
    const uri = childOf(property, 'ExtendedFieldURI');
    const path = uri && readPath(uri);
    if (path?.kind !== 'extended') throw schemaFault('ExtendedProperty has no ExtendedFieldURI.');
    const value = childOf(property, 'Value')?.text ?? '';
    const change = extendedChange(path, value, { raw, properties });
    raw = change.raw ?? raw;
    properties = change.properties ?? properties;
  }
  const messageClass = childOf(node, 'ItemClass')?.text.trim() || 'IPM.Note';
  const created = mailbox.create(raw, { folder, draft: true, messageClass });
  return Object.keys(properties).length === 0
    ? created
    : mailbox.update(created.id, { properties });
};

/** CreateItem: drafts, or mail that is sent at once. */
export const createItem: Operation = (request, place) => {
  const disposition = request.attributes['MessageDisposition'];
  if (disposition === undefined)
    throw new EwsError('ErrorMessageDispositionRequired', 'MessageDisposition is required.');
  if (!dispositions.has(disposition)) throw schemaFault('MessageDisposition is unknown.');
  const { mailbox } = place;
  return each('CreateItem', childOf(request, 'Items')?.children ?? [], async (node) => {
    const drafts = mailbox.folder('drafts')?.id ?? '';
    if (disposition === 'SaveOnly') {
      const target = childOf(request, 'SavedItemFolderId')?.children[0];
      const folder = target ? folderNamedBy(mailbox, target).id : drafts;
      return success('CreateItem', idsOf(mailbox, [await create(node, place, folder)]));
    }
    const item = await create(node, place, drafts);
    try {
      await submitItem(
        place,
        item,
        disposition === 'SendOnly'
          ? { kind: 'nowhere' }
          : { kind: 'folder', id: savedFolder(place, request) },
      );
    } catch (error) {
      mailbox.erase(item.id);
      throw error;
    }
    // What is sent has no id to give: the copy is made after the answer (Microsoft Learn, "CreateItem operation").
    return success('CreateItem', idsOf(mailbox, []));
  });
};
