import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const top = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');

type Manifest = {
  readonly key: string;
  readonly incognito: string;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly content_security_policy: { readonly extension_pages: string };
};

const manifest: Manifest = JSON.parse(read('packages/gmail-extension/public/manifest.json'));
const doc = read('docs/permissions.md');

/** The code words that begin the rows of one table of docs/permissions.md. */
function documented(heading: string): readonly string[] {
  const section = doc.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` +\| (?=\S)/gm)].map((row) => row[1] ?? '');
}

it('asks for the permissions that docs/permissions.md gives a reason for, and no other', () => {
  expect(manifest.permissions).toEqual(documented('Permissions'));
});

it('reaches the hosts that docs/permissions.md gives a reason for, and no other', () => {
  expect(manifest.host_permissions).toEqual(documented('Hosts'));
});

it('has no other permission under any other name', () => {
  expect(
    Object.keys(manifest).filter((name) => /permission|externally|accessible/.test(name)),
  ).toEqual(['permissions', 'host_permissions']);
});

it("stands in Gmail's page only, and never in incognito", () => {
  const matches = manifest.content_scripts.flatMap((script) => script.matches);
  expect([...new Set(matches)]).toEqual(['https://mail.google.com/*']);
  expect(manifest.incognito).toBe('not_allowed');
});

it('lets its own pages run nothing and reach nothing from outside', () => {
  const policy = new Map(
    manifest.content_security_policy.extension_pages.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources] as const;
    }),
  );
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(policy.get('connect-src')).toEqual([
    "'self'",
    'https://gmail.googleapis.com',
    'https://oauth2.googleapis.com',
  ]);
});

it('carries a public key only', () => {
  const der = Buffer.from(manifest.key, 'base64');
  const rsaEncryption = Buffer.from('06092a864886f70d010101', 'hex');
  expect(der.includes(rsaEncryption)).toBe(true);
  expect(der.length).toBeLessThan(600);
});
