import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { ComposeListener, ComposeWindow } from './compose-port.ts';
import { followCompose } from './follow-compose.ts';

const account = 'ana@acme.example';
const sentIds = { mailboxMessageId: '1a', threadId: '1b' };

type Word = readonly [kind: string, request: unknown];

let draftKey: string | null;
let listener: ComposeListener;
let strip: HTMLElement;
const delivered: Word[] = [];

const compose: ComposeWindow = {
  draftKey: () => draftKey,
  threadId: () => null,
  recipients: () => ['kim@globex.example'],
  subject: () => 'Pricing',
  mountStrip(element) {
    strip = element;
    document.body.append(element);
  },
  listen(given) {
    listener = given;
  },
};

beforeEach(() => {
  delivered.length = 0;
  const value = { standing: { kind: 'ready' }, follow: true };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'abc',
      sendMessage: () => Promise.resolve({ kind: 'ok', value }),
      onMessage: { addListener: () => undefined, removeListener: () => undefined },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function opened(key: string | null) {
  draftKey = key;
  followCompose(compose, account, (kind, request) => delivered.push([kind, request]));
}

const press = () => strip.shadowRoot?.querySelector<HTMLElement>('[role=switch]')?.click();

it('tells of the draft, of the departure with what the mail was, and of what Gmail named', () => {
  opened('msg-a:r1');
  listener.presending?.(() => undefined);
  listener.sending?.();
  listener.sent?.(sentIds);
  listener.closed?.();
  const draft = { account, draftKey: 'msg-a:r1' };
  const mail = { recipients: ['kim@globex.example'], subject: 'Pricing', threadId: null };
  expect(delivered).toEqual([
    ['compose-opened', draft],
    ['compose-leaving', { ...draft, follow: true, ...mail }],
    ['compose-sent', { ...draft, ...sentIds }],
  ]);
});

it('remembers a switch that was turned before Gmail had named the draft', () => {
  opened(null);
  press();
  expect(delivered).toEqual([]);
  draftKey = 'msg-a:r2';
  listener.draftNamed?.('msg-a:r2');
  expect(delivered).toEqual([
    ['compose-opened', { account, draftKey: 'msg-a:r2' }],
    ['compose-switched', { account, draftKey: 'msg-a:r2', follow: false }],
  ]);
});

it('tells the departure of a draft that was named only by the send', () => {
  opened(null);
  listener.presending?.(() => undefined);
  draftKey = 'msg-a:r3';
  listener.sending?.();
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-leaving']);
});

it('leaves the mail to Sent where Gmail named no ids', () => {
  opened('msg-a:r4');
  listener.sending?.();
  listener.sent?.(null);
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-opened', 'compose-leaving']);
});

it('takes a departure back that Gmail refused, and knows none where none was', () => {
  opened('msg-a:r5');
  listener.notSent?.();
  listener.sending?.();
  listener.notSent?.();
  expect(delivered.map(([kind]) => kind)).toEqual([
    'compose-opened',
    'compose-leaving',
    'compose-not-sent',
  ]);
});
