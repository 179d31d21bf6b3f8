import { expect, it } from 'vitest';

import type { Forecast, QueueLimit } from '../../application/panel/queue.ts';
import { english } from '../messages/en.ts';
import { timesIn } from '../time/times.ts';
import { forecastWords } from './forecast-words.ts';

const messages = english({ mail: 'Gmail', provider: 'Google' });
const words = { messages, times: timesIn('en-US') };
const now = new Date(2026, 10, 23, 14, 30).getTime();
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, 23 + day, hour, minute).getTime();

const bulkDay: QueueLimit = {
  id: 'bulk.day',
  counts: 'messages',
  windowMs: 86_400_000,
  max: 1500,
  kept: 0,
  layer: 'default',
};

function forecast(
  days: readonly (readonly [number, number, number])[],
  because: string[],
): Forecast {
  return {
    count: days.reduce((sum, [, , count]) => sum + count, 0),
    days: days.map(([from, until, count]) => ({ from, until, count })),
    because,
    space: 0,
    attachmentBytes: 0,
  };
}

const said = (told: Forecast, limits: readonly QueueLimit[] = [bulkDay]) =>
  forecastWords(told, limits, words, now).replaceAll(/\s/g, ' ');

it('tells the days of a long list, and why the last leaves then', () => {
  const days = [
    [at(0, 14, 31), at(0, 17, 20), 1500],
    [at(1, 14, 31), at(1, 17, 20), 1500],
    [at(3, 14, 31), at(3, 16), 1000],
  ] as const;
  expect(said(forecast(days, ['bulk.day']))).toBe(
    '1,500 go today by 5:20 PM, 1,500 tomorrow, 1,000 on Thursday: 1,500 a day is the default for group mail.',
  );
});

it('tells what all leaves today in one', () => {
  expect(said(forecast([[at(0, 14, 31), at(0, 14, 40), 48]], []))).toBe(
    'All 48 go today by 2:40 PM.',
  );
});

it('sums up what leaves much later', () => {
  const days = Array.from({ length: 7 }, (_, day) => [at(day, 8), at(day, 17), 100] as const);
  expect(said(forecast(days, ['bulk.day']))).toMatch(
    /^100 go today by 5:00 PM, 100 tomorrow, 100 on Wednesday, 100 on Thursday, 300 after that, until Sunday: /,
  );
});

it('names the provider and what it keeps free, the company, and nothing that it does not know', () => {
  const one = forecast([[at(1, 8), at(1, 9), 48]], ['g.msg']);
  const google: QueueLimit = { ...bulkDay, id: 'g.msg', max: 1800, kept: 200, layer: 'provider' };
  expect(said(one, [google])).toBe(
    "48 go tomorrow: 2,000 a day is Google's limit, 200 of them stay free for mail you write yourself.",
  );
  expect(said(one, [{ ...google, max: 300, kept: 0, layer: 'company' }])).toBe(
    "48 go tomorrow: 300 a day is your company's limit.",
  );
  expect(said(one, [])).toBe('48 go tomorrow: A sending limit holds it back.');
});
