import type { EwsReply } from '@postrider/shared/adapters/ews/ews-reply';

const namespaces =
  'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';

/** An answer of EWS around what stands in its body. */
export function ewsAnswer(body: string): EwsReply {
  const text = `<?xml version="1.0" encoding="utf-8"?><s:Envelope ${namespaces}><s:Body>${body}</s:Body></s:Envelope>`;
  return { kind: 'answer', text };
}

/** The answer to an operation, a part for each thing asked for: what stands beside NoError, or an error's code. */
export function ewsParts(
  operation: string,
  parts: readonly (string | { readonly error: string; readonly text?: string })[],
): EwsReply {
  const messages = parts.map((part) =>
    typeof part === 'string'
      ? `<m:${operation}ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>${part}</m:${operation}ResponseMessage>`
      : `<m:${operation}ResponseMessage ResponseClass="Error"><m:MessageText>${part.text ?? part.error}</m:MessageText><m:ResponseCode>${part.error}</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey></m:${operation}ResponseMessage>`,
  );
  return ewsAnswer(
    `<m:${operation}Response><m:ResponseMessages>${messages.join('')}</m:ResponseMessages></m:${operation}Response>`,
  );
}

/** Which operation a request asks for. */
export function operationOf(envelope: string): string {
  return /<s:Body><m:(\w+)/.exec(envelope)?.[1] ?? '';
}

/** How many ids a request names in a list. */
function idsIn(envelope: string, element: string): readonly string[] {
  return [...envelope.matchAll(new RegExp(`<t:${element} Id="([^"]*)"`, 'g'))].map(
    ([, id]) => id ?? '',
  );
}

const message = (id: string, inside = '') =>
  `<t:Message><t:ItemId Id="${id}" ChangeKey="CQAA"/>${inside}</t:Message>`;

/** A draft that nobody has submitted, in the folder `drafts`, as GetItem gives it. */
const draft = message(
  'draft-1',
  '<t:ParentFolderId Id="drafts"/><t:IsDraft>true</t:IsDraft><t:ExtendedProperty><t:ExtendedFieldURI PropertyTag="0xe07" PropertyType="Integer"/><t:Value>8</t:Value></t:ExtendedProperty>',
);

const list = (items: string) =>
  `<m:RootFolder IncludesLastItemInRange="true" TotalItemsInView="1"><t:Items>${items}</t:Items></m:RootFolder>`;

/** A server that says yes to everything: there is one message in each folder, and one draft. */
export function yesMan(envelope: string): EwsReply {
  const operation = operationOf(envelope);
  switch (operation) {
    case 'GetFolder':
      return ewsParts(
        operation,
        idsIn(envelope, 'DistinguishedFolderId').map(
          (id) => `<m:Folders><t:Folder><t:FolderId Id="${id}"/></t:Folder></m:Folders>`,
        ),
      );
    case 'FindFolder':
      return ewsParts(operation, [
        '<m:RootFolder IncludesLastItemInRange="true"><t:Folders><t:Folder><t:FolderId Id="inbox"/><t:FolderClass>IPF.Note</t:FolderClass></t:Folder><t:Folder><t:FolderId Id="sentitems"/><t:FolderClass>IPF.Note</t:FolderClass></t:Folder><t:CalendarFolder><t:FolderId Id="calendar"/><t:FolderClass>IPF.Appointment</t:FolderClass></t:CalendarFolder></t:Folders></m:RootFolder>',
      ]);
    case 'FindItem': {
      const folders = [...idsIn(envelope, 'FolderId'), ...idsIn(envelope, 'DistinguishedFolderId')];
      return ewsParts(
        operation,
        folders.map((id) =>
          list(
            message(`in-${id}`, '<t:DateTimeReceived>2026-10-05T09:00:00Z</t:DateTimeReceived>'),
          ),
        ),
      );
    }
    case 'GetItem':
      return ewsParts(
        operation,
        idsIn(envelope, 'ItemId').map(
          (id) => `<m:Items>${id === 'draft-1' ? draft : message(id)}</m:Items>`,
        ),
      );
    case 'SendItem':
      return ewsParts(operation, ['']);
    case 'ResolveNames':
      return ewsParts(operation, [
        '<m:ResolutionSet TotalItemsInView="1"><t:Resolution><t:Mailbox><t:EmailAddress>omar@woodgrove.example</t:EmailAddress></t:Mailbox></t:Resolution></m:ResolutionSet>',
      ]);
    case 'GetConversationItems':
      return ewsParts(operation, ['<m:Conversation/>']);
    default:
      return ewsParts(operation, [`<m:Items>${draft}</m:Items>`]);
  }
}
