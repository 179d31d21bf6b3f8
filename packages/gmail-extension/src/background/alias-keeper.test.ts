import { mailboxAddress } from '@postrider/shared/domain/ids';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createAliasKeeper } from './alias-keeper.ts';

const ana = mailboxAddress('ana@acme.example');

let asked: number;
let at: number;
let changes: number;

beforeEach(() => {
  asked = 0;
  at = 0;
  changes = 0;
  let stored: Record<string, unknown> = {};
  vi.stubGlobal('chrome', {
    storage: {
      local: {
        get: async () => stored,
        set: async (change: Record<string, unknown>) => {
          stored = { ...stored, ...change };
        },
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function keeper(answer: 'ok' | 'offline' = 'ok') {
  return createAliasKeeper({
    ask: async () => {
      asked += 1;
      return answer === 'ok'
        ? { kind: 'ok', value: ['ana@trade.example'] }
        : { kind: 'unknown', cause: 'offline' };
    },
    now: () => at,
    changed: () => {
      changes += 1;
    },
  });
}

it('answers at once, says when it has learned something, and asks once a day', async () => {
  const aliases = keeper();
  expect(await aliases.ownServer(ana)).toEqual([]);
  await vi.waitFor(() => expect(changes).toBe(1));
  expect(await aliases.ownServer(ana)).toEqual(['ana@trade.example']);
  // Another worker finds what this one has learned.
  expect(await keeper().ownServer(ana)).toEqual(['ana@trade.example']);
  expect(asked).toBe(1);
  at = 25 * 3_600_000;
  await aliases.ownServer(ana);
  expect(asked).toBe(2);
});

it('knows nothing of one account by another', async () => {
  const aliases = keeper();
  await aliases.ownServer(ana);
  await vi.waitFor(() => expect(changes).toBe(1));
  expect(await aliases.ownServer(mailboxAddress('ben@acme.example'))).toEqual([]);
});

it('does not ask again at once where Google did not answer', async () => {
  const aliases = keeper('offline');
  await aliases.ownServer(ana);
  await aliases.ownServer(ana);
  expect(asked).toBe(1);
});
