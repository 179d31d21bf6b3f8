import { expect, it } from 'vitest';

import type { DialogEnd } from '../office/dialog.ts';
import { writeDialogMessage } from './dialog-message.ts';
import { createDialogSignIn } from './dialog-sign-in.ts';
import type { SignedIn } from './sign-in.ts';

const signedIn: SignedIn = {
  token: 'token',
  expiresAt: 3_600_000,
  scopes: ['mail.send'],
  account: { id: 'eva', name: 'eva@adatum.onmicrosoft.example', tenant: 'adatum' },
};
const ok: DialogEnd = {
  kind: 'message',
  text: writeDialogMessage({ kind: 'signed-in', value: signedIn }),
};
const needed = { kind: 'failed', failure: { kind: 'reconnect-needed', cause: 'no-grant' } };

function open(end: DialogEnd) {
  const world = { kept: null as SignedIn | null, now: 0, pages: new Array<string>() };
  const parts = {
    open: async (page: string) => {
      world.pages.push(page);
      return end;
    },
    kept: {
      read: () => world.kept,
      write: (value: SignedIn | null) => {
        world.kept = value;
      },
    },
    clock: () => world.now,
  };
  return { world, pane: () => createDialogSignIn(parts) };
}

it('opens no window by itself', async () => {
  const { pane, world } = open(ok);
  expect(await pane().silently(false)).toEqual(needed);
  expect(world.pages).toEqual([]);
});

it('serves the next pane with what the window gave, until its end', async () => {
  const { pane, world } = open(ok);
  expect(await pane().inFront(false)).toMatchObject({ kind: 'signed-in' });
  expect(await pane().silently(false)).toEqual({ kind: 'signed-in', value: signedIn });
  world.now = 3_600_000 - 60_000;
  expect(await pane().silently(false)).toEqual(needed);
});

it('gives no token again that was refused, or forgotten', async () => {
  const { pane } = open(ok);
  await pane().inFront(false);
  expect(await pane().silently(true)).toEqual(needed);
  await pane().inFront(false);
  pane().forget();
  expect(await pane().silently(false)).toEqual(needed);
});

it('lets the person choose the account where one was wrong', async () => {
  const { pane, world } = open(ok);
  await pane().inFront(true);
  expect(world.pages).toEqual(['dialog.html?choose=1']);
});

it.each([
  ['a closed window', { kind: 'closed' }, { kind: 'cancelled' }],
  [
    'a message that is none of ours',
    { kind: 'message', text: '{"kind":"signed-in"}' },
    { kind: 'failed' },
  ],
  [
    'a window that did not open',
    { kind: 'not-opened' },
    { kind: 'failed', failure: { kind: 'refused' } },
  ],
] as const)('takes nothing from %s', async (_name, end, outcome) => {
  const { pane, world } = open(end);
  expect(await pane().inFront(false)).toMatchObject(outcome);
  expect(world.kept).toBeNull();
});
