import { expect, it } from 'vitest';

import { forGroupMail, planLimitsFor } from './plan-limits.ts';
import type { QueuedMail } from './plan/plan-input.ts';
import { plan } from './plan/plan.ts';

const group = (count: number, kind: QueuedMail['class'] = 'bulk'): readonly QueuedMail[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${at}`,
    class: kind,
    recipients: 1,
    external: 1,
  }));

const limitOf = (limits: ReturnType<typeof planLimitsFor>, id: string) =>
  limits.find((limit) => limit.id === id);

it('names every limit once, with who set it', () => {
  const limits = planLimitsFor('workspace', { dailyMessageLimit: 800 });
  expect(limits.map(({ id, layer }) => [id, layer])).toEqual([
    ['g.msg', 'provider'],
    ['g.rcpt', 'provider'],
    ['g.ext', 'provider'],
    ['g.uniq', 'provider'],
    ['g.uniqExt', 'provider'],
    ['company', 'company'],
    ['bulk.min', 'default'],
    ['bulk.day', 'default'],
  ]);
});

it('holds group mail to the defaults, and mail written by hand to the provider’s limits alone', () => {
  const limits = planLimitsFor('workspace');
  const at = (mails: readonly QueuedMail[]) =>
    plan({ now: 0, limits, sent: [], queue: mails }).map((one) =>
      one.kind === 'placed' ? one.at : null,
    );
  expect(at(group(11)).at(-1)).toBe(60_000);
  expect(at(group(500, 'hand')).at(-1)).toBe(0);
});

it('a company sets its own rate for group mail, and the provider’s limits hold besides', () => {
  const limits = planLimitsFor('exchange-online', { perMinute: 100, perHour: 50 });
  expect(limitOf(limits, 'bulk.min')).toMatchObject({ layer: 'company' });
  const placed = plan({ now: 0, limits, sent: [], queue: group(28) });
  expect(placed.at(-1)).toMatchObject({ at: 60_000, because: ['x.min'] });
});

it('a tenant’s limit is shared out among its senders', () => {
  const limits = planLimitsFor('exchange-online', { tenant: { licences: 25, senders: 25 } });
  expect(limitOf(limits, 'x.terrl share')).toMatchObject({ max: 570, counts: 'external' });
});

it('says how much there is for group mail', () => {
  const limits = planLimitsFor('workspace');
  const shares = ['g.msg', 'bulk.min', 'bulk.day'].map((id) => {
    const limit = limitOf(limits, id);
    return limit && forGroupMail(limit);
  });
  expect(shares).toEqual([1800, 10, 1500]);
});

it('an address at onmicrosoft.com has a limit of its own', () => {
  const limits = planLimitsFor('exchange-online', {}, 'eva@adatum.onmicrosoft.com');
  expect(limitOf(limits, 'x.moera')).toMatchObject({ max: 100, counts: 'external' });
  expect(
    limitOf(planLimitsFor('exchange-online', {}, 'eva@adatum.example'), 'x.moera'),
  ).toBeUndefined();
});
