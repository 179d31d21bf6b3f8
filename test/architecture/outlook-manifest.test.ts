import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { icon, openPaneCommand } from '../../packages/outlook-addin/src/compose/infobar.ts';
import { graphScopes } from '../../packages/outlook-addin/src/identity/sign-in.ts';
import { readXml, within } from '../../scripts/lib/manifest/xml-tree.mjs';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = read('manifest.xml');
const elements = within(readXml(manifest));
const texts = (name: string) => elements.filter((one) => one.name === name).map(({ text }) => text);

it('the add-in’s words lead to a button and an icon that the manifest has', () => {
  expect(manifest).toContain(`<Control xsi:type="Button" id="${openPaneCommand}">`);
  expect(manifest).toContain(`<bt:Image id="${icon}"`);
});

const sorted = (names: readonly (string | undefined)[]) =>
  names.map(String).toSorted((one, other) => (one < other ? -1 : 1));

describe('docs/permissions.md', () => {
  const page = read('docs/permissions.md').split('# What the add-in for Outlook')[1] ?? '';
  const listed = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);

  it('lists what the manifest and the sign-in ask for, and nothing else', () => {
    const policy =
      /connect-src ([^;]*);/.exec(read('packages/outlook-addin/public/headers.json'))?.[1] ?? '';
    const hosts = policy.split(' ').filter((word) => word.startsWith('https:'));
    expect(sorted(listed)).toEqual(
      sorted([
        ...texts('Permissions'),
        ...texts('ExtendedPermission'),
        'SupportsSharedFolders',
        ...texts('Scope'),
        ...hosts,
        'https://appsforoffice.microsoft.com',
      ]),
    );
    expect(sorted(texts('Scope'))).toEqual(sorted(graphScopes));
  });

  it('names every event', () => {
    const events = elements
      .filter(({ name }) => name === 'LaunchEvent')
      .map(({ attributes }) => attributes['Type'] ?? '');
    expect(events.filter((event) => !page.includes(`\`${event}\``))).toEqual([]);
  });
});

describe('docs/admin.md', () => {
  const guide = read('docs/admin.md').replaceAll(/\s+/g, ' ');

  it('tells every setting in the words of the schema', () => {
    const schema: {
      readonly properties: Readonly<Record<string, { readonly description?: string }>>;
    } = JSON.parse(read('packages/outlook-addin/public/policy.schema.json'));
    const words = Object.entries(schema.properties).flatMap(([name, { description }]) =>
      description === undefined ? [] : [`\`${name}\``, description],
    );
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !guide.includes(word))).toEqual([]);
  });

  it('names the scopes and both redirect URIs', () => {
    const words = [
      ...texts('Scope'),
      'brk-multihub://addin.example.com',
      'https://addin.example.com/dialog.html',
    ];
    expect(words.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
  });

  it('says of each Outlook no more and no less than its requirement set allows', () => {
    const table = read('docs/admin.md').split('## What each Outlook can do')[1] ?? '';
    const rows = [...table.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) =>
      row.split('|').map((cell) => cell.trim()),
    );
    const sets = (rows.find(([name]) => name === 'Mailbox requirement set') ?? []).slice(2);
    expect(sets).toHaveLength(6);
    const judged = rows.flatMap(([name = '', needs = '', ...cells]) => {
      const least = /^1\.(\d+)/.exec(needs)?.[1];
      if (least === undefined || name.startsWith('Looking')) return [];
      return cells.map((cell, at) => ({
        what: `${name}: ${sets[at]}`,
        said: !/^(no|press Send)/.test(cell),
        is: Number(sets[at]?.slice(2)) >= Number(least),
      }));
    });
    expect(judged.length).toBeGreaterThan(50);
    expect(judged.filter(({ said, is }) => said !== is)).toEqual([]);
  });
});
