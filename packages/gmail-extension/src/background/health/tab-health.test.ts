import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { noteTabHealth, readTabHealth } from './tab-health.ts';

let openTabs: number[];

beforeEach(() => {
  openTabs = [7, 8];
  let stored: Record<string, unknown> = {};
  vi.stubGlobal('chrome', {
    tabs: { query: async () => openTabs.map((id) => ({ id })) },
    storage: {
      session: {
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

const resting = (reason: 'delegated' | 'sync-changed' | 'send-not-seen') => ({
  reason,
  report: `report: ${reason}`,
});

it('is fine while no tab rests', async () => {
  expect(await readTabHealth()).toEqual({ health: { kind: 'ok' }, reports: [] });
});

it('keeps when a tab began to rest, and forgets it when it follows mail again', async () => {
  await noteTabHealth(7, resting('sync-changed'), 1000);
  await noteTabHealth(7, { ...resting('sync-changed'), report: 'newer' }, 5000);
  expect(await readTabHealth()).toEqual({
    health: { kind: 'resting', since: 1000, reason: 'sync-changed' },
    reports: ['newer'],
  });
  await noteTabHealth(7, { reason: null, report: '' }, 6000);
  expect((await readTabHealth()).health).toEqual({ kind: 'ok' });
});

it('tells the newest of several, and none of a tab that was closed', async () => {
  await noteTabHealth(7, resting('delegated'), 1000);
  await noteTabHealth(8, resting('send-not-seen'), 2000);
  expect((await readTabHealth()).health).toMatchObject({ reason: 'send-not-seen' });
  openTabs = [7];
  expect(await readTabHealth()).toMatchObject({
    health: { reason: 'delegated' },
    reports: ['report: delegated'],
  });
});

it('keeps what a tab that follows mail reports all the same, and calls it no rest', async () => {
  await noteTabHealth(7, { reason: null, report: 'disagreements: 1' }, 1000);
  await noteTabHealth(8, resting('send-not-seen'), 500);
  expect(await readTabHealth()).toEqual({
    health: { kind: 'resting', since: 500, reason: 'send-not-seen' },
    reports: ['disagreements: 1', 'report: send-not-seen'],
  });
  openTabs = [7];
  expect((await readTabHealth()).health).toEqual({ kind: 'ok' });
});

it('is fine beside a delegated mailbox, as long as another tab follows mail', async () => {
  await noteTabHealth(7, resting('delegated'), 1000);
  expect((await readTabHealth()).health).toEqual({ kind: 'ok' });
  openTabs = [7];
  expect((await readTabHealth()).health).toMatchObject({ reason: 'delegated' });
});

it('keeps what two tabs say at the same time', async () => {
  await noteTabHealth(7, resting('sync-changed'), 1000);
  await Promise.all([
    noteTabHealth(7, { reason: null, report: '' }, 2000),
    noteTabHealth(8, resting('send-not-seen'), 2000),
  ]);
  expect(await readTabHealth()).toMatchObject({ reports: ['report: send-not-seen'] });
});
