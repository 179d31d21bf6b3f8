import { emptyLedger, type SendLedger } from '@postrider/shared/application/ports/send-ledger';
import { freshWatchState, type WatchState } from '@postrider/shared/application/ports/watch-state';
import { branded } from '@postrider/shared/domain/brand';
import { type Cursor, mailboxAddress } from '@postrider/shared/domain/ids';
import { expect, it } from 'vitest';

import { heedMovedMailbox } from './moved-mailbox.ts';

const address = mailboxAddress('omar@woodgrove.example');
const minuteMs = 60_000;
const lookedAt = 30_000 * minuteMs;

function open(state: WatchState) {
  const values = new Map<string, string>();
  const world = { state, ledger: null as SendLedger | null };
  const at = (kind: 'exchange-server' | 'exchange-online') =>
    heedMovedMailbox({
      open: { address, keeper: { kind } },
      kept: {
        read: (key) => values.get(key) ?? null,
        write: (key, value) => void values.set(key, value),
      },
      states: {
        read: async () => world.state,
        write: async (_mailbox, written) => {
          world.state = written;
        },
      },
      ledgers: {
        write: async (_mailbox, written) => {
          world.ledger = written;
        },
      },
      cursorAt: (since) => branded<Cursor>(`since ${since}`),
    });
  return { at, world };
}

const watched: WatchState = { ...freshWatchState, cursor: branded('of the server'), lookedAt };

it('reads on from the last look where the mailbox has moved, and counts anew what left', async () => {
  const { at, world } = open(watched);
  await at('exchange-server');
  expect(world.state).toBe(watched);
  await at('exchange-online');
  expect(world.state).toEqual({
    ...freshWatchState,
    lookedAt,
    cursor: `since ${lookedAt - 5 * minuteMs}`,
  });
  expect(world.ledger).toBe(emptyLedger);
});

it('does so once', async () => {
  const { at, world } = open(watched);
  await at('exchange-server');
  await at('exchange-online');
  world.state = { ...watched, cursor: branded('of Graph') };
  await at('exchange-online');
  expect(world.state.cursor).toBe('of Graph');
});

it('leaves a mailbox alone that was never looked at', async () => {
  const { at, world } = open(freshWatchState);
  await at('exchange-server');
  await at('exchange-online');
  expect(world.state).toBe(freshWatchState);
  expect(world.ledger).toBeNull();
});
