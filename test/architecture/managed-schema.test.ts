import { existsSync, readFileSync } from 'node:fs';

import { gmailScope } from '@postrider/shared/adapters/gmail/google-oauth';
import type { Policy } from '@postrider/shared/application/ports/policy';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { parseManagedPolicy } from '../../packages/gmail-extension/src/background/policy/managed-policy.ts';
import { redirectUri } from '../../scripts/lib/pack/extension-id.mjs';
import { placeholders } from '../../scripts/lib/pack/managed-settings.mjs';
import { policyTemplates } from '../../scripts/lib/pack/templates.mjs';
import { sourceFiles } from './source-files.ts';

type Setting = { readonly title: string; readonly description: string; readonly type: string };

const top = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');
const schema: { readonly type: string; readonly properties: Readonly<Record<string, Setting>> } =
  JSON.parse(read('packages/gmail-extension/public/managed-schema.json'));
// Its second half is about Outlook.
const manual = read('docs/admin.md').split('\n# Rolling Postrider for Outlook out')[0] ?? '';

const everything = {
  oauthClientId: 'a.apps.googleusercontent.com',
  oauthClientSecret: 'secret',
  allowedDomains: ['acme.example'],
  blockedDomains: ['rival.example'],
  dailyMessageLimit: 300,
  groupMailPerMinute: 5,
  groupMailPerHour: 100,
  groupMailPerDay: 400,
  followByDefault: false,
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  array: 'list of texts',
};

/** Every field of the port but Outlook's own, so that a new one fails to compile until the company can set it. */
const whatItSays: { readonly [Field in Exclude<keyof Policy, 'entraClient'>]: unknown } = {
  oauthClient: { id: everything.oauthClientId, secret: everything.oauthClientSecret },
  allowedDomains: everything.allowedDomains,
  blockedDomains: everything.blockedDomains,
  dailyMessageLimit: everything.dailyMessageLimit,
  groupMail: { perMinute: 5, perHour: 100, perDay: 400 },
  followByDefault: false,
};

describe('the managed settings', () => {
  it('are one object', () => {
    expect(schema.type).toBe('object');
  });

  it.each(Object.entries(schema.properties))(
    'have a title, a sentence and a type that docs/admin.md can show: %s',
    (_name, { title, description, type }) => {
      expect(title).toMatch(/^[A-Z]/);
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(Object.keys(typeWords)).toContain(type);
    },
  );

  it('say everything that the policy port takes', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(everything));
    expect(new Ajv().validate(schema, everything)).toBe(true);
    expect(parseManagedPolicy(everything)).toEqual(whatItSays);
  });

  it.each(Object.keys(schema.properties))('make a difference: %s', (name) => {
    const without = Object.fromEntries(Object.entries(everything).filter(([key]) => key !== name));
    expect(parseManagedPolicy(without)).not.toEqual(whatItSays);
  });

  it('stand in docs/admin.md in the words of the schema', () => {
    const rows = [...manual.matchAll(/^\| `(\w+)` +\| ([\w ]+?) +\| (.+?) +\|$/gm)];
    expect(rows.map(([, name, type, words]) => [name, type, words])).toEqual(
      Object.entries(schema.properties).map(([name, { type, description }]) => [
        name,
        typeWords[type],
        description,
      ]),
    );
  });

  it('are all in what the packer asks a company to fill in', () => {
    expect(Object.keys(placeholders)).toEqual(Object.keys(schema.properties));
    expect(new Ajv().validate(schema, placeholders)).toBe(true);
  });
});

describe('docs/admin', () => {
  it('holds what the packer writes: run `node scripts/admin-templates.mjs`', () => {
    const files = sourceFiles(/^docs\/admin\/\w[\w-]*\/.*\.(json|reg|mobileconfig)$/);
    expect(Object.fromEntries(files.map(({ path, text }) => [path, text]))).toEqual(
      Object.fromEntries(
        Object.entries(policyTemplates()).map(([path, text]) => [`docs/admin/${path}`, text]),
      ),
    );
  });

  it('is shown in docs/admin.md as it is', () => {
    const shown = /^```json\n(\{\s+"ExtensionSettings"[\s\S]+?)^```$/m.exec(manual)?.[1] ?? 'null';
    const written = policyTemplates()['linux/postrider.json'] ?? '';
    expect(JSON.parse(shown)).toEqual(JSON.parse(written));
  });

  it('names the scope and the redirect that the extension uses', () => {
    expect(manual).toContain(`\`${gmailScope}\``);
    expect(manual).toContain(`\`${redirectUri('EXTENSION-ID')}\``);
    const source = read('packages/gmail-extension/src/background/consent-window.ts');
    expect(source).toContain("getRedirectURL('oauth2')");
  });

  it('links to files that are there', () => {
    const links = [...manual.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(new URL(link, new URL('docs/', top))))).toEqual([]);
  });
});
