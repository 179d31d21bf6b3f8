import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { Fault } from '../pack/fault.mjs';
import { checkManifest } from './check.mjs';
import { companyCopy } from './company-copy.mjs';
import { converterFaults } from './converter-check.mjs';
import { lint } from './lint.mjs';
import { readManifestOptions } from './options.mjs';
import { schemaFaults } from './schema-check.mjs';
import { readXml, within } from './xml-tree.mjs';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const manifest = readFileSync(at('manifest.xml'), 'utf8');
const functions = new Set([
  'trackAndSend',
  'onNewMessageCompose',
  'onMessageRecipientsChanged',
  'onMessageSend',
]);
const product = { publicFolder: at('packages/outlook-addin/public'), functions };
const host = ['--host', 'https://addin.example.com'];
const guid = '0d1c2b3a-4f5e-4678-9abc-def012345678';

function changed(before: string | RegExp, after: string): string {
  const xml = manifest.replace(before, after);
  if (xml === manifest) throw new Error(`Nothing of the manifest matches ${String(before)}.`);
  return xml;
}

describe('the manifest', () => {
  it('is right in all three ways', async () => {
    const checks = await checkManifest(manifest);
    expect(checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(lint(manifest, product)).toEqual([]);
  });

  it('asks for what the add-in needs and for nothing more', () => {
    const all = within(readXml(manifest));
    const texts = (name: string) => all.filter((one) => one.name === name).map(({ text }) => text);
    expect(texts('Permissions')).toEqual(['ReadWriteMailbox']);
    expect(texts('ExtendedPermission')).toEqual(['AppendOnSend']);
    expect(texts('SupportsSharedFolders')).toEqual(['true']);
    expect(texts('Scope')).toEqual(['User.Read', 'Mail.ReadWrite', 'Mail.Send']);
    expect(texts('AppDomain')).toEqual(['https://login.microsoftonline.com']);
  });
});

describe('our own rules', () => {
  it.each([
    [
      'a broken resid',
      changed('<FunctionFile resid="Commands.Url" />', '<FunctionFile resid="Comands.Url" />'),
      'Overrides 1.0: FunctionFile names the resid "Comands.Url", which is not in Urls.',
    ],
    [
      'a resid of the wrong list',
      changed('<Label resid="Open.Label" />', '<Label resid="Open.Tip" />'),
      'Overrides 1.0: Label names the resid "Open.Tip", which is not in ShortStrings.',
    ],
    [
      'a resource that nothing names',
      changed(
        '<bt:String id="Group.Label"',
        '<bt:String id="Old.Label" DefaultValue="Old" />\n<bt:String id="Group.Label"',
      ),
      'Overrides 1.0: nothing names "Old.Label" in ShortStrings.',
    ],
    [
      'an event that does not exist',
      changed('Type="OnMessageSend"', 'Type="OnMailSend"'),
      'Overrides 1.1: no Outlook knows the event OnMailSend.',
    ],
    [
      'an event too new for the set',
      changed('DefaultMinVersion="1.12"', 'DefaultMinVersion="1.11"'),
      'Overrides 1.1: OnMessageSend came with Mailbox 1.12, but 1.11 is all that is asked for.',
    ],
    [
      'two send handlers',
      changed(
        '</LaunchEvents>',
        '<LaunchEvent Type="OnMessageSend" FunctionName="onMessageSend" SendMode="SoftBlock" /></LaunchEvents>',
      ),
      'Overrides 1.1: OnMessageSend is asked for twice.',
    ],
    [
      'a send handler without a mode',
      changed(' SendMode="SoftBlock"', ''),
      'Overrides 1.1: OnMessageSend has no SendMode that Outlook knows.',
    ],
    [
      'a function that the script does not name',
      changed('FunctionName="onMessageSend"', 'FunctionName="onSend"'),
      'Overrides 1.1: the built commands.js names no function onSend.',
    ],
    [
      'an icon of another size',
      changed(/(id="Icon\.16" DefaultValue="[^"]*)16\.png/, '$132.png'),
      'Overrides 1.0: the icon https://addin.postrider.example/icons/32.png must be a PNG of 16x16, but 32x32.',
    ],
    [
      'an icon that is not there',
      changed('icons/64.png', 'icons/65.png'),
      'the icon https://addin.postrider.example/icons/65.png must be a PNG of 64x64, but there is none.',
    ],
    [
      'plain http',
      changed('<AppDomain>https:', '<AppDomain>http:'),
      'http://login.microsoftonline.com is not https.',
    ],
    [
      'a second host',
      changed(
        'DefaultValue="https://addin.postrider.example/commands.js"',
        'DefaultValue="https://cdn.example/commands.js"',
      ),
      'the files lie on more than one host: https://addin.postrider.example, https://cdn.example.',
    ],
    [
      'a string that is too long',
      changed(/(id="Send\.Label" DefaultValue=")[^"]*/, `$1${'x'.repeat(126)}`),
      'Overrides 1.0: "Send.Label" in ShortStrings is empty or has more than 125 characters.',
    ],
    [
      'a control id given twice',
      changed('id="postrider.open.compose.basic"', 'id="postrider.send.basic"'),
      'Overrides 1.0: the control id "postrider.send.basic" is empty or given twice.',
    ],
  ])('name %s', (_name, xml, fault) => {
    expect(lint(xml, product)).toContain(fault);
  });

  it('name a function that nothing starts', () => {
    const more = { ...product, functions: new Set([...functions, 'forgotten']) };
    expect(lint(manifest, more)).toEqual([
      'nothing starts the function forgotten of the built commands.js.',
    ]);
  });
});

describe('Microsoft’s own', () => {
  const hasSchemas = schemaFaults(manifest) !== null;

  it.runIf(hasSchemas)('schemas name an element where none belongs, in both generations', () => {
    expect(schemaFaults(changed('<SupportsPinning>true</SupportsPinning>', '<Wrong />'))).toEqual([
      expect.stringContaining('Wrong'),
    ]);
    expect(schemaFaults(changed('size="16"', 'sizes="16"'))?.length).toBeGreaterThan(0);
  });

  it('converter refuses what is no manifest', async () => {
    expect((await converterFaults('<OfficeApp />')).length).toBeGreaterThan(0);
  });
});

const id = (xml: string) => readXml(xml).children.find(({ name }) => name === 'Id')?.text;

describe('a company’s copy', () => {
  const copyOf = (...words: string[]) =>
    companyCopy(manifest, readManifestOptions([...host, ...words], '/home/admin'));

  it('names the company’s host everywhere, and is right', async () => {
    const xml = copyOf('--client-id', guid, '--name', 'Mail & "more" $1', '--version', '2.0.0.1');
    expect(xml).not.toContain('postrider.example');
    expect(xml).toContain(`<Resource>api://addin.example.com/${guid}</Resource>`);
    const top = readXml(xml);
    expect(top.children.find(({ name }) => name === 'Version')?.text).toBe('2.0.0.1');
    expect(xml.match(/Mail &amp; &quot;more&quot; \$1/g)).toHaveLength(3);
    expect((await checkManifest(xml)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('keeps a folder of the host', () => {
    const xml = companyCopy(
      manifest,
      readManifestOptions(['--host', 'https://www.example.com/mail/'], '/'),
    );
    expect(xml).toContain('"https://www.example.com/mail/taskpane.html"');
  });

  it('without a client id names no app at all', async () => {
    const xml = copyOf();
    expect(xml).not.toContain('WebApplicationInfo');
    expect((await checkManifest(xml)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('keeps the id unless another is asked for', () => {
    expect(id(copyOf())).toBe(id(manifest));
    expect(id(copyOf('--new-id'))).not.toBe(id(manifest));
  });

  it.each([
    [[], /--host/],
    [['--host', 'http://addin.example.com'], /https/],
    [['--host', 'https://addin.example.com/?a'], /plain address/],
    [[...host, '--client-id', 'mine'], /--client-id/],
    [[...host, '--version', '1.0'], /four numbers/],
    [[...host, '--name', ' '], /1 to 30/],
    [[...host, '--hots', 'x'], /--hots/],
  ])('refuses %j with a sentence', (words, sentence) => {
    expect(() => readManifestOptions(words, '/')).toThrow(sentence);
    expect(() => readManifestOptions(words, '/')).toThrow(Fault);
  });
});
