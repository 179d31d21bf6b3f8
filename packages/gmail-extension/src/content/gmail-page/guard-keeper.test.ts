import type { SendGuard } from '@postrider/shared/domain/sending/send-guard';
import { expect, it } from 'vitest';

import { createGuardKeeper } from './guard-keeper.ts';

const jo = {
  address: 'jo@globex.example',
  obstacle: { kind: 'suppressed', because: 'bounced', by: 'product', since: 1, why: '' },
} as const;
const doubted = {
  address: 'al@globex.example',
  obstacle: { kind: 'on-hold', since: 1, why: '' },
} as const;
const guard: SendGuard = {
  addresses: [doubted, jo],
  blockedDomains: ['rival.example'],
  complete: true,
};

function keeper(given: SendGuard | null) {
  let at = 0;
  const kept = createGuardKeeper({
    ask: async () => (given ? { kind: 'ok', value: given } : { kind: 'failed' }),
    askFor: async () => ({ kind: 'ok', value: [jo] }),
    now: () => at,
  });
  return { kept, later: (ms: number) => (at += ms) };
}

const everybody = [
  'Jo@globex.example',
  'al@globex.example',
  'x@sub.rival.example',
  'kim@globex.example',
];

it('refuses who is suppressed or in a blocked domain, and only doubts who is on hold', async () => {
  const { kept } = keeper(guard);
  await kept.refresh();
  expect(kept.refusing(everybody).map(({ address }) => address)).toEqual([
    'jo@globex.example',
    'x@sub.rival.example',
  ]);
  expect(kept.doubtful(everybody).map(({ address }) => address)).toEqual(['al@globex.example']);
});

it('lets mail leave where it knows nothing', async () => {
  const { kept } = keeper(null);
  expect(kept.refusing(everybody)).toEqual([]);
  await kept.refresh();
  expect(kept.refusing(everybody)).toEqual([]);
});

it('lets mail leave where what it knows is too old', async () => {
  const { kept, later } = keeper(guard);
  await kept.refresh();
  later(31 * 60_000);
  expect(kept.refusing(everybody)).toEqual([]);
});

it('asks about the recipients where the list is too long to be kept', async () => {
  const { kept } = keeper({ ...guard, addresses: [], complete: false });
  await kept.refresh();
  expect(kept.refusing(['jo@globex.example'])).toEqual([]);
  await kept.learn(['jo@globex.example']);
  expect(kept.refusing(['jo@globex.example'])).toEqual([jo]);
});
