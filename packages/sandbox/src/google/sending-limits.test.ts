import { expect, test } from 'vitest';

import { usualSendingLimits, type SendingLimit } from './sending-limits.ts';
import { raw, testGoogle } from './test-google.ts';

const minuteMs = 60_000;
const spanMs = 20 * minuteMs;

const two: readonly SendingLimit[] = [
  { id: 'g.msg', counts: 'messages', max: 2, windowMs: spanMs },
  { id: 'g.ext', counts: 'external', max: 3, windowMs: spanMs },
];

function limited() {
  const tested = testGoogle();
  const { google, ask } = tested;
  google.sendingLimits.limitsOf = () => two;
  const told: string[] = [];
  google.onStopped((_sender, { messageId }) => void told.push(messageId));
  const send = (to = 'carla@customer.example') =>
    ask('/messages/send', { json: { raw: raw({ To: to }) } });
  const fates = () => google.sendingRecord().map(({ fate }) => fate);
  return { ...tested, told, send, fates };
}

test('over the limit: taken and filed in Sent, told of minutes later, and refused only then', async () => {
  const { google, rep, left, told, send, fates, pass, clock } = limited();
  const begunAt = clock();
  for (let no = 0; no < 3; no += 1) expect((await send()).status).toBe(200);
  expect([left.length, rep.messages('SENT').length, told.length]).toEqual([2, 3, 0]);
  await pass(3 * minuteMs);
  expect(told).toEqual([rep.messages('SENT')[0]?.messageId]);
  await pass(2 * minuteMs);
  const refused = await send();
  const words = `Retry after ${new Date(begunAt + spanMs).toISOString()} (Mail sending)`;
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 429 } } });
  expect(refused.body.error.message).toContain(words);
  expect(fates()).toEqual(['left', 'left', 'stopped', 'refused']);
  expect(google.sendingRecord().at(-1)).toMatchObject({ limit: 'g.msg' });
});

test('coming back early costs a quarter of an hour, and at its time there is room', async () => {
  const { google, send, pass, clock } = limited();
  google.sendingLimits.takesForMs = 0;
  google.sendingLimits.namesTime = false;
  const begunAt = clock();
  for (let no = 0; no < 2; no += 1) await send();
  const refused = await send();
  expect(refused.body.error.message).toBe('User-rate limit exceeded. (Mail sending)');
  await send();
  await pass(begunAt + spanMs - clock());
  expect((await send()).status).toBe(429);
  await pass(30 * minuteMs);
  expect((await send()).status).toBe(200);
});

test('colleagues are no external recipients, and mail from Gmail’s page counts', async () => {
  const { google, rep, send, pass, fates } = limited();
  expect((await send('a@x.example, b@x.example, tom@acme.example')).status).toBe(200);
  google.web.send(rep, 'k', Buffer.from(raw({ To: 'c@x.example, d@x.example' }), 'base64url'));
  await pass(minuteMs);
  expect(fates()).toEqual(['left', 'stopped']);
  expect(google.sendingRecord().at(-1)?.limit).toBe('g.ext');
  expect((await send('c@x.example')).status).toBe(200);
});

test('a refused draft is still there, and by a switch two sends of one both leave', async () => {
  const { google, rep, left, ask } = limited();
  google.sendingLimits.takesForMs = 0;
  const draft = await ask('/drafts', { json: { message: { raw: raw() } } });
  const id: unknown = draft.body.id;
  google.switches.secondSendMs = 0;
  const both = await Promise.all([1, 2].map(() => ask('/drafts/send', { json: { id } })));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(left).toHaveLength(2);
  const other = await ask('/drafts', { json: { message: { raw: raw() } } });
  expect((await ask('/drafts/send', { json: { id: other.body.id } })).status).toBe(429);
  expect(rep.messages('DRAFT')).toHaveLength(1);
});

test('Google’s own numbers: 500 at gmail.com, 2,000 messages and 3,000 outside in a Workspace', () => {
  expect(usualSendingLimits('a@gmail.com').map(({ id, max }) => [id, max])).toEqual([
    ['g.msg', 500],
    ['g.rcpt', 500],
  ]);
  expect(usualSendingLimits('ana@acme.example').map(({ max }) => max)).toEqual([
    2000, 10_000, 3000, 3000, 2000,
  ]);
});
