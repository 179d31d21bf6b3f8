import type { LookOutcome } from '@postrider/shared/application/watch-mailbox/watch';
import { expect, it } from 'vitest';

import { oneLooks } from './one-looks.ts';

const looked: LookOutcome = { kind: 'looked', news: [], nextAt: null };

/** Locks by name as the Web Locks standard has them, as far as they are used here. */
function playedLocks() {
  const line = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    how: LockOptions,
    work: (lock: unknown) => Promise<unknown>,
  ) => {
    const held = line.get(name);
    if (how.ifAvailable === true && held !== undefined) return work(null);
    if (held !== undefined) await held;
    if (how.mode === 'shared') return work({});
    const mine = work({});
    line.set(name, mine);
    return mine.finally(() => line.delete(name));
  };
  return Object.assign(Object.create(null), { request });
}

function pane(locks: LockManager | undefined) {
  const world = { looks: 0, end: () => {} };
  const watch = oneLooks(
    'mailbox',
    {
      isLooking: () => false,
      async look() {
        world.looks += 1;
        await new Promise<void>((resolve) => {
          world.end = resolve;
        });
        return looked;
      },
    },
    locks,
  );
  return { world, watch };
}

it('lets one of two panes look, and the other wait until it has', async () => {
  const locks = playedLocks();
  const one = pane(locks);
  const other = pane(locks);
  const first = one.watch.look();
  let isOver = false;
  const second = other.watch.look().finally(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect([one.world.looks, other.world.looks, isOver]).toEqual([1, 0, false]);
  one.world.end();
  expect(await first).toBe(looked);
  expect(await second).toBeNull();
});

it('lets every pane look where the browser has no locks', async () => {
  const one = pane(undefined);
  const look = one.watch.look();
  one.world.end();
  expect(await look).toBe(looked);
});
