import { describe, expect, it } from 'vitest';

import {
  createItem,
  createMail,
  ewsWorld,
  first,
  hasEwsSchema,
  idsOf,
  mimeOf,
  soapAround,
} from './sandbox-ews-world.ts';

const HOUR_MS = 3_600_000;

const find = (
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

const get = (ids: string, more = '', shape = 'IdOnly'): string =>
  `<m:GetItem><m:ItemShape><t:BaseShape>${shape}</t:BaseShape>${more}</m:ItemShape><m:ItemIds>${ids}</m:ItemIds></m:GetItem>`;

const field = (uri: string): string => `<t:FieldURI FieldURI="${uri}"/>`;
const tag = (number: string, type: string): string =>
  `<t:ExtendedFieldURI PropertyTag="${number}" PropertyType="${type}"/>`;
const constant = (value: string): string =>
  `<t:FieldURIOrConstant><t:Constant Value="${value}"/></t:FieldURIOrConstant>`;
const sortBy = (path: string, order: string): string =>
  `<t:FieldOrder Order="${order}">${path}</t:FieldOrder>`;
const pageOf = (most: number, offset: number): string =>
  `<m:IndexedPageItemView MaxEntriesReturned="${most}" Offset="${offset}" BasePoint="Beginning"/>`;
const subjects = (body: string): readonly string[] =>
  [...body.matchAll(/<t:Subject>([^<]*)</g)].map(([, text = '']) => text);
const send = (ids: string, save = 'true'): string =>
  `<m:SendItem SaveItemToFolder="${save}"><m:ItemIds>${ids}</m:ItemIds></m:SendItem>`;
const move = (ids: string): string =>
  `<m:MoveItem><m:ToFolderId><t:DistinguishedFolderId Id="deleteditems"/></m:ToFolderId><m:ItemIds>${ids}</m:ItemIds></m:MoveItem>`;
const defer = (id: string, at: number, resolution = 'NeverOverwrite'): string => {
  const time = new Date(at).toISOString();
  const set = (number: string) =>
    `<t:SetItemField>${tag(number, 'SystemTime')}<t:Message><t:ExtendedProperty>${tag(number, 'SystemTime')}<t:Value>${time}</t:Value></t:ExtendedProperty></t:Message></t:SetItemField>`;
  return `<m:UpdateItem ConflictResolution="${resolution}" MessageDisposition="SaveOnly"><m:ItemChanges><t:ItemChange>${id}<t:Updates>${set('0x3FEF')}${set('0x000F')}</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>`;
};

it.runIf(hasEwsSchema)('the schemas do find fault', () => {
  const { schema } = ewsWorld();
  expect(schema?.faults(soapAround('<m:FindItem/>'))).not.toEqual([]);
});

describe('FindItem', () => {
  it('finds by time, class and text, sorted and in pages', async () => {
    const world = ewsWorld();
    for (const Subject of ['one', 'two', 'three', 'four']) {
      world.arrives({ Subject });
      await world.pass(HOUR_MS);
    }
    world.arrives({ Subject: 'Undeliverable: Offer' }, 'REPORT.IPM.Note.NDR');
    const paths = [
      field('item:Subject'),
      field('item:ItemClass'),
      field('message:InternetMessageId'),
      field('item:DateTimeReceived'),
      tag('0x001A', 'String'),
    ].join('');
    const since = new Date(Date.UTC(2026, 10, 23, 10)).toISOString();
    const restriction = `<t:IsGreaterThanOrEqualTo>${field('item:DateTimeReceived')}${constant(since)}</t:IsGreaterThanOrEqualTo>`;
    const sort = sortBy(field('item:DateTimeReceived'), 'Ascending');
    const { body, codes } = await world.ask(find({ paths, restriction, sort, page: pageOf(2, 0) }));
    expect(codes).toEqual(['NoError']);
    expect(subjects(body)).toEqual(['two', 'three']);
    expect(body).toContain('IncludesLastItemInRange="false"');
    expect(body).toContain('TotalItemsInView="4"');
    expect(body).toContain('<t:DateTimeReceived>2026-11-23T10:00:00Z<');
    const rest = await world.ask(find({ paths, restriction, sort, page: pageOf(2, 2) }));
    expect(subjects(rest.body)).toEqual(['four', 'Undeliverable: Offer']);
    expect(rest.body).toContain('IncludesLastItemInRange="true"');
    expect(rest.body).toContain('<t:Value>REPORT.IPM.Note.NDR</t:Value>');
    const classes = `<t:Or><t:Contains ContainmentMode="Prefixed" ContainmentComparison="IgnoreCase">${field('item:ItemClass')}<t:Constant Value="report."/></t:Contains><t:IsEqualTo>${tag('0x0037', 'String')}${constant('one')}</t:IsEqualTo></t:Or>`;
    const either = await world.ask(find({ shape: 'Default', restriction: classes }));
    expect(subjects(either.body)).toEqual(['Undeliverable: Offer', 'one']);
  });

  it('finds a draft by its header, and a mail by its Message-ID', async () => {
    const world = ewsWorld();
    await world.ask(createMail({ 'x-postrider-mail': 'abc', 'Message-ID': '<ours@here>' }));
    await world.ask(createMail());
    const path =
      '<t:ExtendedFieldURI DistinguishedPropertySetId="InternetHeaders" PropertyName="x-postrider-mail" PropertyType="String"/>';
    const folder = '<t:DistinguishedFolderId Id="drafts"/>';
    for (const restriction of [
      `<t:IsEqualTo>${path}${constant('abc')}</t:IsEqualTo>`,
      `<t:IsEqualTo>${field('message:InternetMessageId')}${constant('&lt;ours@here&gt;')}</t:IsEqualTo>`,
      `<t:And><t:Exists>${path}</t:Exists><t:Not><t:IsEqualTo>${path}${constant('other')}</t:IsEqualTo></t:Not></t:And>`,
    ]) {
      const { body } = await world.ask(find({ folder, restriction, paths: path }));
      expect(idsOf(body)).toHaveLength(1);
      expect(body).toContain('<t:Value>abc</t:Value>');
    }
  });

  it('has no address in From, no recipients, and no body', async () => {
    const world = ewsWorld();
    world.arrives();
    const { body } = await world.ask(find({ shape: 'AllProperties' }));
    expect(body).toContain('<t:From><t:Mailbox><t:Name>Carla</t:Name></t:Mailbox></t:From>');
    expect(body).not.toContain('ToRecipients');
    expect((await world.ask(find({ paths: field('item:Body') }))).codes).toEqual([
      'ErrorInvalidPropertyForOperation',
    ]);
  });

  it('answers for each folder by itself', async () => {
    const world = ewsWorld();
    world.arrives();
    const { body, codes } = await world.ask(
      find({
        folder:
          '<t:DistinguishedFolderId Id="inbox"/><t:DistinguishedFolderId Id="calendar"/><t:DistinguishedFolderId Id="junkemail"/>',
      }),
    );
    expect(codes).toEqual(['NoError', 'ErrorFolderNotFound', 'NoError']);
    expect(idsOf(body)).toHaveLength(1);
  });
});

describe('GetItem', () => {
  it('gives the whole text, headers and parts of a mail that came in, in one batch with what is not there', async () => {
    const world = ewsWorld();
    const item = world.arrives({ Received: 'from a by b', 'X-Two': 'y' });
    const found = await world.ask(find());
    const [id = ''] = idsOf(found.body);
    const mime = `<t:IncludeMimeContent>true</t:IncludeMimeContent>`;
    const gone = '<t:ItemId Id="AAMkADaXRlbQpvbWFyQHdvb2Rncm92ZS5leGFtcGxlCngKeQ=="/>';
    const { body, codes } = await world.ask(
      get(`${id}${gone}<t:ItemId Id="nonsense"/>`, mime, 'AllProperties'),
    );
    expect(codes).toEqual(['NoError', 'ErrorItemNotFound', 'ErrorInvalidIdMalformed']);
    expect(first(body, /<t:MimeContent[^>]*>([^<]*)</)).toBe(item.raw.toString('base64'));
    expect(body).toContain('<t:InternetMessageHeader HeaderName="X-Two">y<');
    expect(body).toContain('<t:EmailAddress>carla@customer.example<');
    expect(body).toContain('<t:Body BodyType="Text">Hello');
    const header = '<t:IndexedFieldURI FieldURI="item:InternetMessageHeader" FieldIndex="x-two"/>';
    const one = await world.ask(
      get(id, `<t:AdditionalProperties>${header}</t:AdditionalProperties>`),
    );
    expect(one.body).toContain('HeaderName="X-Two"');
  });

  it('writes no character that XML cannot hold', async () => {
    const world = ewsWorld();
    world.arrives({ Subject: 'a\u0008b =?utf-8?Q?=1F=F0=9F=98=80?=' });
    const { body } = await world.ask(find({ shape: 'Default' }));
    expect(subjects(body)).toEqual(['a\ufffdb \ufffd😀']);
  });

  it.each(['hidden', 'shown'] as const)('own mail has its headers %s', async (ownMailHeaders) => {
    const world = ewsWorld({ switches: { ownMailHeaders } });
    const made = await world.ask(createMail({ 'X-Own': 'z' }));
    const { body } = await world.ask(get(idsOf(made.body).join(''), '', 'AllProperties'));
    expect(body.includes('HeaderName="X-Own"')).toBe(ownMailHeaders === 'shown');
  });
});

describe('drafts', () => {
  it('a draft is made of its text, keeps its Message-ID and leaves by SendItem under another id', async () => {
    const world = ewsWorld();
    const made = await world.ask(
      createMail({ 'Message-ID': '<ours@here>', 'x-postrider-mail': 'm' }),
    );
    const [id = ''] = idsOf(made.body);
    expect(world.omar.items('drafts')).toHaveLength(1);
    expect((await world.ask(send(id))).codes).toEqual(['NoError']);
    expect(world.left).toEqual(['<ours@here>']);
    expect(world.omar.items('sentitems')[0]?.raw.toString()).toContain('x-postrider-mail: m');
    expect((await world.ask(get(id))).codes).toEqual(['ErrorItemNotFound']);
    const sent = await world.ask(find({ folder: '<t:DistinguishedFolderId Id="sentitems"/>' }));
    expect(idsOf(sent.body)).not.toEqual([id]);
  });

  it('a draft is made of single properties', async () => {
    const world = ewsWorld();
    await world.ask(
      createItem(
        '<t:Subject>Größe &amp; Preis</t:Subject><t:Body BodyType="HTML">&lt;p&gt;Hi&lt;/p&gt;</t:Body><t:ToRecipients><t:Mailbox><t:Name>Carla</t:Name><t:EmailAddress>carla@customer.example</t:EmailAddress></t:Mailbox></t:ToRecipients>',
      ),
    );
    const [draft] = world.omar.items('drafts');
    expect(draft?.raw.toString()).toContain('Carla');
    expect(draft?.messageId).toMatch(/@mail\.woodgrove\.example>$/);
  });

  it.each(['SendOnly', 'SendAndSaveCopy'])('%s leaves at once', async (disposition) => {
    const world = ewsWorld();
    const mime = `<t:MimeContent>${mimeOf()}</t:MimeContent>`;
    const { body } = await world.ask(createItem(mime, disposition));
    expect(idsOf(body)).toEqual([]);
    expect(world.left).toHaveLength(1);
    expect(world.omar.items('drafts')).toEqual([]);
    expect(world.omar.items('sentitems')).toHaveLength(disposition === 'SendOnly' ? 0 : 1);
  });

  it('refuses what is no base64, a full mailbox and a foreign sender', async () => {
    const world = ewsWorld();
    expect((await world.ask(createItem('<t:MimeContent>YQ=</t:MimeContent>'))).codes).toEqual([
      'ErrorMimeContentInvalidBase64String',
    ]);
    const made = await world.ask(createMail({ From: 'boss@elsewhere.example' }));
    expect((await world.ask(send(idsOf(made.body).join('')))).codes).toEqual(['ErrorSendAsDenied']);
    world.exchange.setCondition(world.omar.address, 'full');
    expect((await world.ask(createMail())).codes).toEqual(['ErrorQuotaExceeded']);
    world.exchange.setCondition(world.omar.address, 'usual');
  });

  it.each(['kept', 'dropped'] as const)('Bcc in MimeContent: %s', async (bccInMimeContent) => {
    const world = ewsWorld({ switches: { bccInMimeContent } });
    await world.ask(createMail({ Bcc: 'boss@woodgrove.example' }));
    expect(world.omar.items('drafts')[0]?.raw.toString().includes('Bcc:')).toBe(
      bccInMimeContent === 'kept',
    );
  });

  it('an id or key that is not the newest is told apart', async () => {
    const world = ewsWorld();
    const made = await world.ask(createMail());
    const [id = ''] = idsOf(made.body);
    const at = Date.UTC(2026, 10, 23, 12);
    await world.ask(defer(id, at));
    expect((await world.ask(send(id))).codes).toEqual(['ErrorStaleObject']);
    expect((await world.ask(defer(id, at))).codes).toEqual(['ErrorIrresolvableConflict']);
    expect((await world.ask(defer(id, at, 'AlwaysOverwrite'))).codes).toEqual(['NoError']);
    const bare = id.replace(/ ChangeKey="[^"]*"/, '');
    expect((await world.ask(send(bare))).codes).toEqual(['ErrorChangeKeyRequired']);
    expect((await world.ask(defer(bare, at))).codes).toEqual([
      'ErrorChangeKeyRequiredForWriteOperations',
    ]);
    const wrong = id.replace(/ChangeKey="[^"]*"/, 'ChangeKey="!"');
    expect((await world.ask(get(wrong))).codes).toEqual(['ErrorInvalidChangeKey']);
  });
});

describe('sending later', () => {
  const flags = tag('0x0E07', 'Integer');
  const held = async (world: ReturnType<typeof ewsWorld>) => {
    const made = await world.ask(createMail());
    const at = world.clock() + 2 * HOUR_MS;
    const updated = await world.ask(defer(idsOf(made.body).join(''), at));
    const [id = ''] = idsOf(updated.body);
    expect((await world.ask(send(id))).codes).toEqual(['NoError']);
    return id.replace(/ ChangeKey="[^"]*"/, '');
  };

  it('waits in Drafts under the same id, submitted, and leaves by itself', async () => {
    const world = ewsWorld();
    const id = await held(world);
    const paths = `<t:AdditionalProperties>${flags}${tag('0x3FEF', 'SystemTime')}</t:AdditionalProperties>`;
    const { body } = await world.ask(get(id, paths));
    expect(body).toContain('PropertyTag="0xe07"');
    expect(Number(first(body, /<t:Value>(\d+)</)) & 0x4).toBe(0x4);
    expect(body).toContain('<t:Value>2026-11-23T11:00:00Z<');
    expect(world.left).toEqual([]);
    await world.pass(2 * HOUR_MS);
    expect(world.left).toHaveLength(1);
    expect((await world.ask(get(id))).codes).toEqual(['ErrorItemNotFound']);
    expect(world.omar.items('sentitems')).toHaveLength(1);
  });

  it('may wait in the Outbox, and may not say that it is submitted', async () => {
    const world = ewsWorld();
    Object.assign(world.exchange.switches, { heldIn: 'outbox', submittedFlag: 'hidden' });
    const id = await held(world);
    expect((await world.ask(get(id))).codes).toEqual(['ErrorItemNotFound']);
    const folder = '<t:DistinguishedFolderId Id="outbox"/>';
    const { body } = await world.ask(find({ folder, paths: flags }));
    expect(idsOf(body)).toHaveLength(1);
    expect(Number(first(body, /<t:Value>(\d+)</)) & 0x4).toBe(0);
  });

  it.each(['cancels', 'refused'] as const)('moved to Deleted Items: %s', async (moveOfHeld) => {
    const world = ewsWorld({ switches: { moveOfHeld } });
    const id = await held(world);
    const moved = await world.ask(move(id));
    await world.pass(3 * HOUR_MS);
    if (moveOfHeld === 'refused') {
      expect(moved.codes).toEqual(['ErrorMoveCopyFailed']);
      expect(world.left).toHaveLength(1);
      return;
    }
    expect(idsOf(moved.body)).toHaveLength(1);
    expect(world.left).toEqual([]);
    expect(world.omar.items('deleteditems')).toHaveLength(1);
  });
});

describe('folders and people', () => {
  it('lists, makes and finds folders', async () => {
    const world = ewsWorld();
    const shape = '<m:FolderShape><t:BaseShape>AllProperties</t:BaseShape></m:FolderShape>';
    const parent = '<m:ParentFolderId><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderId>';
    const create = `<m:CreateFolder>${parent}<m:Folders><t:Folder><t:DisplayName>Bounces</t:DisplayName></t:Folder></m:Folders></m:CreateFolder>`;
    const made = await world.ask(create);
    const id = first(made.body, /(<t:FolderId [^>]*\/>)/);
    expect((await world.ask(create)).codes).toEqual(['ErrorFolderExists']);
    const all = await world.ask(
      `<m:FindFolder Traversal="Deep">${shape}<m:ParentFolderIds><t:DistinguishedFolderId Id="msgfolderroot"/></m:ParentFolderIds></m:FindFolder>`,
    );
    expect(all.body).toContain('<t:DisplayName>Bounces<');
    expect(all.body).toContain('TotalItemsInView="7"');
    const one = await world.ask(
      `<m:GetFolder>${shape}<m:FolderIds>${id}<t:DistinguishedFolderId Id="sentitems"/></m:FolderIds></m:GetFolder>`,
    );
    expect(one.codes).toEqual(['NoError', 'NoError']);
    const named = await world.ask(
      `<m:FindFolder Traversal="Shallow">${shape}<m:Restriction><t:IsEqualTo>${field('folder:DisplayName')}${constant('bounces')}</t:IsEqualTo></m:Restriction><m:ParentFolderIds><t:DistinguishedFolderId Id="inbox"/></m:ParentFolderIds></m:FindFolder>`,
    );
    expect(named.body).toContain('TotalItemsInView="1"');
  });

  it.each([
    ['omar', ['NoError']],
    ['had', ['ErrorNameResolutionMultipleResults']],
    ['nobody', ['ErrorNameResolutionNoResults']],
  ])('resolves %s', async (name, expected) => {
    const { ask } = ewsWorld();
    const { codes } = await ask(
      `<m:ResolveNames ReturnFullContactData="false"><m:UnresolvedEntry>${name}</m:UnresolvedEntry></m:ResolveNames>`,
    );
    expect(codes).toEqual(expected);
  });
});
