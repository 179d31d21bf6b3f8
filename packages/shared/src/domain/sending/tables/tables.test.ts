import { expect, it } from 'vitest';

import { bulkDefaults, spacing, youngMailboxPerDay } from './bulk-defaults.ts';
import {
  exchangeOnlineLimits,
  exchangeServerLimits,
  shareOfTenant,
  tenantLimit,
} from './exchange-limits.ts';
import { gmailComLimits, workspaceLimits, workspaceTrialLimits } from './gmail-limits.ts';
import { dayMs, hourMs, minuteMs } from './limit-row.ts';

it.each([
  [1, 10_000],
  [10, 12_005],
  [25, 14_259],
  [100, 22_059],
  ['trial', 5000],
] as const)('%s licences let a tenant write to %i external recipients a day', (licences, max) => {
  expect(tenantLimit(licences).max).toBe(max);
});

it('a sender gets an equal share of the tenant’s limit, rounded down', () => {
  expect(shareOfTenant(tenantLimit(25), 25).max).toBe(570);
  expect(shareOfTenant(tenantLimit(10), 10).max).toBe(1200);
});

it('every row names its source, and each id stands once in a table', () => {
  for (const rows of [
    gmailComLimits,
    workspaceTrialLimits,
    workspaceLimits,
    exchangeOnlineLimits,
    exchangeServerLimits,
  ]) {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { source, windowMs } of rows) {
      expect(source.name).not.toBe('');
      expect(source.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect([null, minuteMs, hourMs, dayMs]).toContain(windowMs);
    }
  }
});

it('the defaults for group mail stay inside what each provider allows', () => {
  const gmail = workspaceLimits.find(({ id }) => id === 'g.msg')?.max ?? 0;
  expect(bulkDefaults.workspace.perDay).toBeLessThan(gmail);
  const perMinute = exchangeOnlineLimits.find(({ id }) => id === 'x.min')?.max ?? 0;
  expect(bulkDefaults['exchange-online'].perMinute).toBeLessThan(perMinute);
});

it('a young mailbox begins with 50 a day and gains 50 a week', () => {
  expect(youngMailboxPerDay(0)).toBe(50);
  expect(youngMailboxPerDay(7 * dayMs - 1)).toBe(50);
  expect(youngMailboxPerDay(21 * dayMs)).toBe(200);
});

it('the gap between group mails is half to one and a half of the even gap', () => {
  expect(spacing(10, 0)).toBe(3000);
  expect(spacing(10, 0.5)).toBe(6000);
  expect(spacing(10, 0.999_999)).toBe(9000);
});
