import { expect, it } from 'vitest';

import { readPlanInput } from './read-plan-input.ts';

const good = {
  now: 1000,
  limits: [{ id: 'day', counts: 'recipients', max: 10, windowMs: 5000, reserve: 1 }],
  sent: [{ at: 900, recipients: 4, external: 1 }],
  queue: [{ id: 'a', class: 'bulk', recipients: 3, external: 0, notBefore: 2000 }],
};

it('reads what is right', () => {
  expect(readPlanInput(JSON.stringify(good))).toEqual({ kind: 'read', input: good });
});

const [limit] = good.limits;
const [sent] = good.sent;
const [mail] = good.queue;

it.each([
  ['input', 'x'],
  ['input', 'null'],
  ['now', '[]'],
  ['now', { ...good, now: 1.5 }],
  ['now', { ...good, now: '1000' }],
  ['until', { ...good, until: 1 }],
  ['sent', { now: 1, limits: [], queue: [] }],
  ['limits[0].counts', { ...good, limits: [{ ...limit, counts: 'mails' }] }],
  ['limits[0].windowMs', { ...good, limits: [{ ...limit, windowMs: 0 }] }],
  ['limits[0].max', { ...good, limits: [{ ...limit, max: -1 }] }],
  ['limits[0].reserve', { ...good, limits: [{ ...limit, reserve: null }] }],
  ['limits[1].id', { ...good, limits: [limit, limit] }],
  ['sent[0].external', { ...good, sent: [{ ...sent, external: 5 }] }],
  ['sent[0].at', { ...good, sent: [{ recipients: 1, external: 0 }] }],
  ['queue[0].class', { ...good, queue: [{ ...mail, class: 'newsletter' }] }],
  ['queue[0].notbefore', { ...good, queue: [{ ...mail, notbefore: 1 }] }],
  ['queue[0].external', { ...good, queue: [{ ...mail, external: 4 }] }],
  ['queue[1].id', { ...good, queue: [mail, mail] }],
])('names %s', (field, input) => {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  expect(readPlanInput(text)).toMatchObject({ kind: 'wrong', field });
});
