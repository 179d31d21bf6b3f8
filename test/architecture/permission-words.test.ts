import { readFileSync } from 'node:fs';

import { english } from '@postrider/shared/ui/messages/en';
import { expect, it } from 'vitest';

const manifest: {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
} = JSON.parse(
  readFileSync(
    new URL('../../packages/gmail-extension/public/manifest.json', import.meta.url),
    'utf8',
  ),
);

it('tells a rep in the first run why each entry of the manifest is there, and of nothing else', () => {
  const { permissionList } = english({ mail: 'Gmail', provider: 'Google' }).firstRun;
  expect(permissionList.flatMap(({ of }) => of).toSorted()).toEqual(
    [...manifest.permissions, ...manifest.host_permissions].toSorted(),
  );
});
