import { expect, it } from 'vitest';

import { budgetOf, type SentMail, tightestBudget } from './budget.ts';
import {
  exchangeOnlineLimits,
  exchangeServerLimits,
  gmailLimits,
  type SendLimit,
  withCompanyLimit,
} from './limits.ts';

const dayMs = 24 * 3_600_000;
const now = 100 * dayMs;
const source = { name: 'Somewhere', date: '2026-01-01' };
const limit: SendLimit = { id: 'g.msg', counts: 'messages', max: 10, windowMs: dayMs, source };
const inRecipients: SendLimit = { ...limit, id: 'x.rcpt', counts: 'recipients' };

const sent = (mails: readonly SentMail[]) => ({ mails, complete: true, countedAt: now });

function budget(sentAt: readonly (number | null)[]) {
  return budgetOf(limit, sent(sentAt.map((at) => ({ at, recipients: null }))), now);
}

it('counts what left in the last 24 hours, up to the very end of them', () => {
  expect(budget([now - dayMs, now - dayMs + 1, now]).used).toBe(2);
});

it('says when the oldest leave the window, and how many', () => {
  const oldest = now - dayMs / 2;
  expect(budget([now, oldest + 59_999, oldest, oldest + 60_000])).toMatchObject({
    nextFreesAt: oldest + dayMs,
    nextFrees: 2,
  });
  expect(budget([])).toMatchObject({ nextFreesAt: null, nextFrees: 0, left: 10 });
});

it('counts what has no date yet', () => {
  expect(budget([now, null, null, null])).toMatchObject({ used: 4, left: 6, complete: true });
});

it.each([
  [7, 'none'],
  [8, 'near'],
  [10, 'over'],
  [12, 'over'],
] as const)('after %i of 10 warns: %s', (count, warn) => {
  const mails = Array.from({ length: count }, () => null);
  expect(budget(mails)).toMatchObject({ warn, left: Math.max(0, 10 - count) });
});

it('counts recipients where the provider does, at least one for a mail that was not read', () => {
  const mails = [
    { at: now, recipients: 4 },
    { at: now - 1000, recipients: null },
  ];
  expect(budgetOf(inRecipients, sent(mails), now)).toMatchObject({
    used: 5,
    nextFrees: 5,
    complete: false,
  });
});

it('tells of the limit of which the least is left', () => {
  const mails = [{ at: now, recipients: 9 }];
  expect(tightestBudget([limit, inRecipients], sent(mails), now)?.limitId).toBe('x.rcpt');
  expect(tightestBudget([], sent(mails), now)).toBeNull();
});

it('is lowered by the company and never raised', () => {
  expect(withCompanyLimit([limit], 4)).toMatchObject([{ id: 'company', max: 4 }]);
  expect(withCompanyLimit([limit], 40)).toEqual([limit]);
  expect(withCompanyLimit([limit], undefined)).toEqual([limit]);
  expect(withCompanyLimit([inRecipients], 40)).toMatchObject([
    inRecipients,
    { id: 'company', counts: 'messages', max: 40 },
  ]);
});

it('knows what each provider counts', () => {
  expect(gmailLimits('ana@Gmail.com')[0]?.max).toBe(500);
  expect(gmailLimits('ana@googlemail.com')[0]?.max).toBe(500);
  expect(gmailLimits('ana@acme.example')).toMatchObject([{ max: 2000, counts: 'messages' }]);
  expect(exchangeOnlineLimits('eva@adatum.example')).toMatchObject([
    { max: 10_000, counts: 'recipients' },
  ]);
  expect(exchangeServerLimits('omar@woodgrove.example')).toEqual([]);
});
