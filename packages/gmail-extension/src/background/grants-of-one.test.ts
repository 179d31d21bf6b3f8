import {
  createGoogleTokenSource,
  memoryTokenCache,
} from '@postrider/shared/adapters/gmail/google-token-source';
import type { Grant } from '@postrider/shared/application/ports/authorization';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import { expect, it } from 'vitest';

import { grantsOfOne } from './grants-of-one.ts';

const of = (account: Grant['account']): Grant => ({
  account,
  renewal: { kind: 'refresh-token', token: account },
  grantedAt: 0,
});

it('gives a look that began in one mailbox no token of the next one', async () => {
  const ana = mailboxAddress('ana@acme.example');
  const ben = mailboxAddress('ben@acme.example');
  let grant = of(ana);
  const grants = {
    read: async () => grant,
    write: async () => undefined,
    clear: async () => undefined,
  };
  const cache = memoryTokenCache();
  const tokens = createGoogleTokenSource({
    grants: grantsOfOne(grants, ana),
    oauth: {
      refresh: async (refreshToken) => ({
        kind: 'ok',
        value: { token: `for ${refreshToken}`, expiresAt: 3_600_000 },
      }),
    },
    cache,
    clock: () => 0,
  });
  expect(await tokens.token()).toEqual({ kind: 'ok', value: 'for ana@acme.example' });
  grant = of(ben);
  expect(await tokens.token()).toEqual({ kind: 'reconnect-needed', cause: 'no-grant' });
});
