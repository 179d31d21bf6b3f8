/** A FindItem, of ids in the inbox unless told otherwise. */
export const find = (
  options: {
    readonly shape?: string;
    readonly paths?: string;
    readonly page?: string;
    readonly restriction?: string;
    readonly sort?: string;
    readonly folder?: string;
  } = {},
): string => {
  const { shape = 'IdOnly', paths = '', page = '', restriction = '', sort = '' } = options;
  const { folder = '<t:DistinguishedFolderId Id="inbox"/>' } = options;
  return [
    `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>${shape}</t:BaseShape>`,
    paths && `<t:AdditionalProperties>${paths}</t:AdditionalProperties>`,
    `</m:ItemShape>${page}`,
    restriction && `<m:Restriction>${restriction}</m:Restriction>`,
    sort && `<m:SortOrder>${sort}</m:SortOrder>`,
    `<m:ParentFolderIds>${folder}</m:ParentFolderIds></m:FindItem>`,
  ].join('');
};

/** A GetItem of these ids. */
export const get = (ids: string, more = '', shape = 'IdOnly'): string =>
  `<m:GetItem><m:ItemShape><t:BaseShape>${shape}</t:BaseShape>${more}</m:ItemShape><m:ItemIds>${ids}</m:ItemIds></m:GetItem>`;

/** A property by its FieldURI. */
export const field = (uri: string): string => `<t:FieldURI FieldURI="${uri}"/>`;
/** An extended property by its tag. */
export const tag = (number: string, type: string): string =>
  `<t:ExtendedFieldURI PropertyTag="${number}" PropertyType="${type}"/>`;
/** What a property is compared with. */
export const constant = (value: string): string =>
  `<t:FieldURIOrConstant><t:Constant Value="${value}"/></t:FieldURIOrConstant>`;
/** One property of a SortOrder. */
export const sortBy = (path: string, order: string): string =>
  `<t:FieldOrder Order="${order}">${path}</t:FieldOrder>`;
/** An IndexedPageItemView from the beginning. */
export const pageOf = (most: number, offset: number): string =>
  `<m:IndexedPageItemView MaxEntriesReturned="${most}" Offset="${offset}" BasePoint="Beginning"/>`;
/** The subjects in an answer. */
export const subjects = (body: string): readonly string[] =>
  [...body.matchAll(/<t:Subject>([^<]*)</g)].map(([, text = '']) => text);
/** A SendItem of these ids. */
export const send = (ids: string, save = 'true'): string =>
  `<m:SendItem SaveItemToFolder="${save}"><m:ItemIds>${ids}</m:ItemIds></m:SendItem>`;
/** A MoveItem to Deleted Items. */
export const move = (ids: string): string =>
  `<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id="deleteditems"/></m:ToFolderId><m:ItemIds>${ids}</m:ItemIds></m:MoveItem>`;
/** An UpdateItem that sets both times of sending later. */
export const defer = (id: string, at: number, resolution = 'NeverOverwrite'): string => {
  const time = new Date(at).toISOString();
  const set = (number: string) =>
    `<t:SetItemField>${tag(number, 'SystemTime')}<t:Message><t:ExtendedProperty>${tag(number, 'SystemTime')}<t:Value>${time}</t:Value></t:ExtendedProperty></t:Message></t:SetItemField>`;
  return `<m:UpdateItem ConflictResolution="${resolution}" MessageDisposition="SaveOnly"><m:ItemChanges><t:ItemChange>${id}<t:Updates>${set('0x3FEF')}${set('0x000F')}</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>`;
};
