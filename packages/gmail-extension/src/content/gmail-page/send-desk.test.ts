import { beforeEach, expect, it } from 'vitest';

import { createPageHealth } from './health/page-health.ts';
import { createSendDesk, type SendDesk } from './send-desk.ts';

const account = 'ana@acme.example';
const key = 'msg-a:r1';
const mail = { recipients: ['kim@globex.example'], subject: 'Pricing', threadId: null };
const names = { mailboxMessageId: '1a', threadId: '1b', messageId: null };
const named = { ...names, messageId: 'x@mail.gmail.com' };

let at: number;
let desk: SendDesk;
let delivered: string[];
const said = () => delivered.splice(0);

function health() {
  return createPageHealth(() => undefined, { version: '1', delegated: false });
}

let kept = health();

beforeEach(() => {
  at = 0;
  delivered = [];
  kept = health();
  desk = createSendDesk({
    account: () => account,
    deliver: (kind) => delivered.push(kind),
    health: kept,
    now: () => at,
  });
});

it.each([
  ['inboxsdk', 'traffic'],
  ['traffic', 'inboxsdk'],
] as const)('tells a departure once, whether %s or %s speaks first', (first, second) => {
  desk.leaving(first, key, true, mail);
  desk.leaving(second, key, true, mail);
  expect(said()).toEqual(['compose-leaving']);
});

it('adds the Message-ID that only the traffic knows, and nothing that is known', () => {
  desk.leaving('inboxsdk', key, true, mail);
  desk.sent('inboxsdk', key, names);
  desk.sent('traffic', key, named);
  desk.sent('traffic', key, named);
  expect(said()).toEqual(['compose-leaving', 'compose-sent', 'compose-sent']);
});

it('notes that two witnesses name different messages, and keeps to the first', () => {
  desk.leaving('inboxsdk', key, true, mail);
  desk.sent('traffic', key, named);
  desk.sent('inboxsdk', key, { ...names, mailboxMessageId: '2a' });
  expect(kept.facts().disagreements).toBe(1);
  expect(said()).toEqual(['compose-leaving', 'compose-sent']);
});

it('takes a second send of the same draft for a new one', () => {
  desk.leaving('traffic', key, true, mail);
  desk.opened(key);
  desk.leaving('traffic', key, true, mail);
  at = 120_000;
  desk.leaving('inboxsdk', key, true, mail);
  expect(said()).toEqual([
    'compose-leaving',
    'compose-opened',
    'compose-leaving',
    'compose-leaving',
  ]);
});

it('takes a departure back when the traffic alone saw it and the draft is saved again', () => {
  desk.savedAgain(key);
  desk.leaving('traffic', key, null, mail);
  desk.savedAgain(key);
  desk.savedAgain(key);
  expect(said()).toEqual(['compose-leaving', 'compose-not-sent']);
});

it('leaves Undo to the window where one is known', () => {
  desk.leaving('inboxsdk', key, true, mail);
  desk.savedAgain(key);
  expect(said()).toEqual(['compose-leaving']);
});
