import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { graphScopes } from '../../packages/outlook-addin/src/identity/sign-in.ts';
import { english } from '../../packages/outlook-addin/src/messages/en.ts';

const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
const ofManifest = [...manifest.matchAll(/<Permissions>(\w+)<\/Permissions>/g)].map(
  ([, name]) => name,
);

/** What the first run explains, for a mailbox kept there. */
const explained = (keeper: 'exchange-online' | 'exchange-server') =>
  new Set(english(keeper).firstRun.permissionList.flatMap(({ of }) => of));

it('explains every permission that the add-in asks for, and no other', () => {
  expect(ofManifest).toEqual(['ReadWriteMailbox']);
  expect(explained('exchange-online')).toEqual(new Set([...graphScopes, ...ofManifest]));
  expect(explained('exchange-server')).toEqual(new Set(ofManifest));
});

it('tells the rep what Microsoft will ask in the words in which Microsoft asks it', () => {
  // Names for consent by a user, Microsoft Graph permissions reference (Mail.ReadWrite, Mail.Send).
  const { connectWhy } = english('exchange-online').firstRun;
  expect(connectWhy).toContain('“Read and write access to your mail”');
  expect(connectWhy).toContain('“Send mail as you”');
  expect(english('exchange-server').firstRun.connectWhy).not.toContain('Microsoft words');
});
