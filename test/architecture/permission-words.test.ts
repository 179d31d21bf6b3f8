import { readFileSync } from 'node:fs';

import { gmailScope } from '@postrider/shared/adapters/gmail/google-oauth';
import { english } from '@postrider/shared/ui/messages/en';
import { expect, it } from 'vitest';

import { contractAt, isThere } from '../support/is-there.ts';

const manifest: {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
} = JSON.parse(
  readFileSync(
    new URL('../../packages/gmail-extension/public/manifest.json', import.meta.url),
    'utf8',
  ),
);

type Discovery = {
  readonly auth: {
    readonly oauth2: {
      readonly scopes: Readonly<Record<string, { readonly description: string }>>;
    };
  };
};

/** Beside the repository where it is developed; nowhere else. */
const discovery = contractAt('gmail-v1.discovery.json');
const isDescribed = isThere(discovery, 'Google’s description of the Gmail API');

/** Google's words for our scope on its consent page, as its discovery document has them (gmail v1, auth.oauth2.scopes). */
const consentWords = 'Read, compose, and send emails from your Gmail account';

it('tells rep and admin what Google will ask in the words in which Google asks it', () => {
  const { firstRun } = english({ mail: 'Gmail', provider: 'Google' });
  expect(firstRun.connectWhy).toContain(`“${consentWords}”`);
  const guide = readFileSync(new URL('../../docs/admin.md', import.meta.url), 'utf8');
  expect(guide.replaceAll(/\s+/g, ' ')).toContain(`"${consentWords}"`);
});

it.skipIf(!isDescribed)('has these words from Google, for the one scope it asks for', () => {
  const { auth }: Discovery = JSON.parse(readFileSync(discovery, 'utf8'));
  expect(auth.oauth2.scopes[gmailScope]?.description).toBe(consentWords);
});

it('tells a rep in the first run why each entry of the manifest is there, and of nothing else', () => {
  const { permissionList } = english({ mail: 'Gmail', provider: 'Google' }).firstRun;
  expect(permissionList.flatMap(({ of }) => of).toSorted()).toEqual(
    [...manifest.permissions, ...manifest.host_permissions].toSorted(),
  );
});
