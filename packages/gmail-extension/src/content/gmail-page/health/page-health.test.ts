import { expect, it } from 'vitest';

import { createPageHealth } from './page-health.ts';

function started(delegated = false) {
  const told: (string | null)[] = [];
  const health = createPageHealth((reason) => told.push(reason), { version: '1', delegated });
  return { health, told };
}

it('rests once a window is not recognised, and no more when Gmail’s traffic can be read', () => {
  const { health, told } = started();
  health.inboxSdk('loaded');
  expect(told).toEqual([null]);
  health.missed();
  expect(told).toEqual([null, 'send-not-seen']);
  health.followed('traffic');
  expect(told).toEqual([null, 'send-not-seen', null]);
});

it('blames the traffic where it could not be read', () => {
  const { health, told } = started();
  health.trafficUnreadable('request: no key');
  health.missed();
  expect(told).toEqual([null, 'sync-changed']);
});

it('reports that the witnesses of a send contradict each other, though it rests for nothing', () => {
  const reports: string[] = [];
  const health = createPageHealth((_reason, report) => reports.push(report), {
    version: '1',
    delegated: false,
  });
  health.inboxSdk('loaded');
  health.disagreed();
  expect(reports).toEqual(['', expect.stringContaining('"disagreements": 1')]);
});

it('rests in a delegated mailbox whatever is seen', () => {
  const { health, told } = started(true);
  health.followed('traffic');
  health.missed();
  expect(told).toEqual(['delegated']);
});
