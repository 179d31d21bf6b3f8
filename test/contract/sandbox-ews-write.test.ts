import { describe, expect, it } from 'vitest';

import { constant, defer, field, find, get, move, send, tag } from './sandbox-ews-requests.ts';
import { createItem, createMail, ewsWorld, first, idsOf, mimeOf } from './sandbox-ews-world.ts';

const HOUR_MS = 3_600_000;

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

  it.each(['kept', 'dropped'] as const)(
    'Bcc in MimeContent of answers: %s',
    async (bccInAnswers) => {
      const world = ewsWorld({ switches: { bccInAnswers } });
      const made = await world.ask(createMail({ Bcc: 'boss@woodgrove.example' }));
      const mime = '<t:IncludeMimeContent>true</t:IncludeMimeContent>';
      const { body } = await world.ask(get(idsOf(made.body).join(''), mime));
      const text = Buffer.from(first(body, /<t:MimeContent[^>]*>([^<]*)</), 'base64').toString();
      expect(text.includes('Bcc: boss')).toBe(bccInAnswers === 'kept');
    },
  );

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

/** A submitted mail that waits two hours; its id without ChangeKey. */
const held = async (world: ReturnType<typeof ewsWorld>) => {
  const made = await world.ask(createMail());
  const at = world.clock() + 2 * HOUR_MS;
  const updated = await world.ask(defer(idsOf(made.body).join(''), at));
  const [id = ''] = idsOf(updated.body);
  expect((await world.ask(send(id))).codes).toEqual(['NoError']);
  return id.replace(/ ChangeKey="[^"]*"/, '');
};

describe('sending later', () => {
  const flags = tag('0x0E07', 'Integer');
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

  it('moved to Deleted Items never leaves', async () => {
    const world = ewsWorld();
    const moved = await world.ask(move(await held(world)));
    await world.pass(3 * HOUR_MS);
    expect(idsOf(moved.body)).toHaveLength(1);
    expect(world.left).toEqual([]);
    expect(world.omar.items('deleteditems')).toHaveLength(1);
  });

  it('may refuse to be moved', async () => {
    const world = ewsWorld({ switches: { moveOfHeld: 'refused' } });
    const { codes } = await world.ask(move(await held(world)));
    await world.pass(3 * HOUR_MS);
    expect(codes).toEqual(['ErrorMoveCopyFailed']);
    expect(world.left).toHaveLength(1);
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
    const narrow = (uri: string) =>
      world.ask(
        `<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties>${field(uri)}</t:AdditionalProperties></m:FolderShape><m:FolderIds>${id}</m:FolderIds></m:GetFolder>`,
      );
    const classed = await narrow('folder:FolderClass');
    expect(classed.body).toContain('<t:FolderClass>IPF.Note<');
    expect(classed.body).not.toContain('DisplayName');
    expect((await narrow('folder:PermissionSet')).codes).toEqual(['ErrorInvalidPropertyRequest']);
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
