import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { checkSuccession } from './check-succession.mjs';
import { extensionId } from './extension-id.mjs';
import { Fault } from './fault.mjs';
import { readManagedSettings, unfilled } from './managed-settings.mjs';
import { readOptions } from './options.mjs';
import { plist } from './plist.mjs';
import { registryFile } from './registry-file.mjs';
import { makeSigningKey, readSigningKey } from './signing-key.mjs';
import { offered, updateManifest } from './update-manifest.mjs';

const folder = mkdtempSync(join(tmpdir(), 'postrider-pack-test-'));
const host = ['--host', 'https://ext.example.com/postrider'];
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line', () => {
  it('counts paths from where it was typed, and ends the host with a slash', () => {
    const options = readOptions([...host, '--key', 'company.pem', '--out', 'x'], '/home/admin');
    expect(options).toMatchObject({ key: '/home/admin/company.pem', out: '/home/admin/x' });
    expect(options.host.href).toBe('https://ext.example.com/postrider/');
  });

  it.each([
    [[], /--host/],
    [['--host', 'http://ext.example.com'], /https/],
    [['--host', 'https://ext.example.com/?a'], /plain address/],
    [[...host, '--out', '.'], /inside the repository/],
    [[...host, '--version', '1.x'], /one to four numbers/],
    [[...host, '--version', '1.2.3.4.5'], /one to four numbers/],
    [[...host, '--versoin', '1'], /--versoin/],
  ])('refuses %j with a sentence', (words, sentence) => {
    expect(() => readOptions(words, process.cwd())).toThrow(sentence);
    expect(() => readOptions(words, process.cwd())).toThrow(Fault);
  });
});

describe('the signing key', () => {
  const made = makeSigningKey(join(folder, 'signing-key.pem'));

  it('is for its owner only, and is never overwritten', () => {
    expect(statSync(made.path).mode & 0o777).toBe(0o600);
    expect(() => makeSigningKey(made.path)).toThrow(/EEXIST/);
    expect(readSigningKey(made.path).publicKey).toEqual(made.publicKey);
  });

  it('gives the id that Chromium computes', () => {
    // Chromium, components/crx_file/id_util_unittest.cc: the id of the key "test".
    expect(extensionId(Buffer.from('test'))).toBe('jpignaibiiemhngfjkcpokkamffknabf');
  });

  it.each([
    ['nothing there', () => join(folder, 'none.pem'), /no signing key at/],
    ['no key', () => written('no-key.pem', 'hello'), /no private key in PEM form/],
    ['another kind of key', () => written('ec.pem', pem('ec')), /not an RSA key/],
    ['a locked key', () => written('locked.pem', pem('locked')), /passphrase/],
  ])('refuses %s with a sentence', (_name, path, sentence) => {
    expect(() => readSigningKey(path())).toThrow(sentence);
  });
});

/** A private key that Chrome cannot take. */
function pem(kind: 'ec' | 'locked'): string {
  const plain = { type: 'pkcs8', format: 'pem' } as const;
  if (kind === 'ec') {
    return String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(plain));
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return String(privateKey.export({ ...plain, cipher: 'aes-256-cbc', passphrase: 'x' }));
}

describe('what follows what is hosted already', () => {
  const id = 'abcdefghijklmnopabcdefghijklmnop';
  const before = offered(
    updateManifest({ id, version: '1.9', codebase: 'https://e.example/a&b.crx' }),
  );

  it('is read back from update.xml', () => {
    expect(before).toEqual({ id, version: '1.9' });
    expect(offered('<html>Not found</html>')).toBeUndefined();
  });

  it.each(['1.9', '1.9.0', '1.10', '2'])('may be version %s after 1.9', (version) => {
    expect(() => checkSuccession({ id, version }, before)).not.toThrow();
  });

  it.each(['1.8.9', '1', '0.10'])(
    'may not be version %s after 1.9, and the next one is told',
    (version) => {
      expect(() => checkSuccession({ id, version }, before)).toThrow('--version 1.10');
    },
  );

  it('may not be an extension of another key', () => {
    const other = { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', version: '2' };
    expect(() => checkSuccession(other, before)).toThrow('another key');
  });
});

describe("the company's settings", () => {
  const schema = {
    type: 'object',
    properties: { domains: { type: 'array', items: { type: 'string' } }, on: { type: 'boolean' } },
  };

  it('are taken as they are where they fit', () => {
    const path = written('good.json', '{"domains":["a.example"],"on":false}');
    expect(readManagedSettings(path, schema)).toEqual({ domains: ['a.example'], on: false });
  });

  it.each([
    ['{"domans":[]}', 'there is no setting "domans"'],
    ['{"on":"yes"}', 'on must be boolean'],
    ['{"domains":[1]}', 'domains/0 must be string'],
    ['{"on":', 'are not JSON'],
  ])('are refused with a sentence: %s', (text, sentence) => {
    expect(() => readManagedSettings(written('bad.json', text), schema)).toThrow(sentence);
  });

  it('are not ready while a placeholder stands in them', () => {
    expect(unfilled({ domains: ['YOUR-DOMAIN.example'], id: 'a', on: true })).toEqual(['domains']);
  });
});

describe('policy files', () => {
  it('write Windows values as Chrome reads them: booleans as numbers, lists as keys, text escaped', () => {
    const text = registryFile({ 'HKLM\\K': { on: true, name: 'a"b\\c', list: ['x', 'y'] } });
    expect(text.split('\r\n')).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      '[-HKLM\\K]',
      '',
      '[HKLM\\K]',
      '"on"=dword:00000001',
      String.raw`"name"="a\"b\\c"`,
      '',
      '[HKLM\\K\\list]',
      '"1"="x"',
      '"2"="y"',
      '',
    ]);
  });

  it('write macOS values by their kind, with signs of XML escaped', () => {
    expect(plist({ 'a&b': ['<', true, 3] })).toContain(`<dict>
  <key>a&amp;b</key>
  <array>
    <string>&lt;</string>
    <true/>
    <integer>3</integer>
  </array>
</dict>`);
  });
});
