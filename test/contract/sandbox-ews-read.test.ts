import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  constant,
  field,
  find,
  get,
  pageOf,
  sortBy,
  subjects,
  tag,
} from './sandbox-ews-requests.ts';
import {
  createMail,
  ewsWorld,
  first,
  hasEwsSchema,
  idsOf,
  soapAround,
} from './sandbox-ews-world.ts';

const HOUR_MS = 3_600_000;

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
    const header = '<t:IndexedFieldURI FieldURI="item:InternetMessageHeader" FieldIndex="X"/>';
    for (const paths of [field('item:Body'), header])
      expect((await world.ask(find({ paths }))).codes).toEqual([
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

it('GetConversationItems reads a conversation across folders, without those to be left out', async () => {
  const world = ewsWorld();
  const item = world.arrives({ 'Message-ID': '<one@x>' });
  await world.pass(HOUR_MS);
  world.arrives({ 'Message-ID': '<two@x>', 'In-Reply-To': '<one@x>' });
  await world.ask(createMail({ 'Message-ID': '<three@x>', 'In-Reply-To': '<two@x>' }));
  const ask = (id: string, more = '') =>
    world.ask(
      `<m:GetConversationItems><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>${more}<m:Conversations><t:Conversation><t:ConversationId Id="${id}"/></t:Conversation></m:Conversations></m:GetConversationItems>`,
    );
  const { body } = await ask(item.conversationId);
  const names = [...body.matchAll(/<t:InternetMessageId>&lt;(\w+)@/g)].map(([, name]) => name);
  expect(names).toEqual(['one', 'two', 'three']);
  const ignore =
    '<m:FoldersToIgnore><t:DistinguishedFolderId Id="drafts"/></m:FoldersToIgnore><m:MaxItemsToReturn>1</m:MaxItemsToReturn><m:SortOrder>DateOrderDescending</m:SortOrder>';
  const newest = await ask(item.conversationId, ignore);
  expect(newest.body.match(/<t:InternetMessageId>/g)).toHaveLength(1);
  expect(newest.body).toContain('&lt;two@x&gt;');
  expect((await ask('AAQkAD0')).codes).toEqual(['ErrorItemNotFound']);
});

it('whatever stands in a mail, the answer is as the schemas describe it', async () => {
  const word = fc
    .string({ unit: 'binary', maxLength: 30 })
    .map((text) => text.replaceAll(/[\r\n]/g, ' '));
  const name = fc.constantFrom(
    'Subject',
    'From',
    'To',
    'Cc',
    'Reply-To',
    'References',
    'In-Reply-To',
    'Message-ID',
    'X-<&"',
    'Received',
    'Content-Type',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, word, { noNullPrototype: true }),
      word,
      async (headers, body) => {
        const world = ewsWorld();
        const head = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`);
        world.exchange.bring(world.omar, Buffer.from(`${head.join('')}\r\n${body}`));
        const found = await world.ask(find({ shape: 'AllProperties' }));
        expect(found.codes).toEqual(['NoError']);
        const mime = '<t:IncludeMimeContent>true</t:IncludeMimeContent>';
        const whole = await world.ask(get(idsOf(found.body).join(''), mime, 'AllProperties'));
        expect(whole.codes).toEqual(['NoError']);
      },
    ),
    { numRuns: 60 },
  );
});
