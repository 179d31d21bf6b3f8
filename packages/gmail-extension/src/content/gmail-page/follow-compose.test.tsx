import type { SendGuard } from '@postrider/shared/domain/sending/send-guard';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

import { createComposeChoices } from './compose-choices.ts';
import type { ComposeListener, ComposeWindow } from './compose-port.ts';
import type { Deliver } from './deliver.ts';
import { followCompose } from './follow-compose.ts';
import type { GmailPage } from './gmail-page.ts';
import { createGuardKeeper } from './guard-keeper.ts';
import { createPageHealth } from './health/page-health.ts';
import { createSendDesk } from './send-desk.ts';

const account = 'ana@acme.example';
const sentIds = { mailboxMessageId: '1a', threadId: '1b' };

type Word = readonly [kind: string, request: unknown];

let draftKey: string | null;
let listener: ComposeListener;
let strip: HTMLElement;
let at: number;
let guard: SendGuard;
const delivered: Word[] = [];

const compose: ComposeWindow = {
  draftKey: () => draftKey,
  threadId: () => null,
  recipients: () => ['kim@globex.example'],
  subject: () => 'Pricing',
  from: () => null,
  kind: () => 'usual',
  removeRecipients: () => true,
  isOpen: () => true,
  send: () => undefined,
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
  at = 0;
  guard = { addresses: [], blockedDomains: [], complete: true };
  const value = {
    standing: { kind: 'ready' },
    follow: true,
    budget: null,
    ownServerAliases: [],
  };
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

const deliver: Deliver = (kind, request) => delivered.push([kind, request]);
const now = () => at;
const alertText = () => strip.shadowRoot?.querySelector('[role=alert]')?.textContent ?? '';

function page(): GmailPage {
  const health = createPageHealth(() => undefined, { version: '1', delegated: false });
  return {
    account,
    delegated: false,
    deliver,
    desk: createSendDesk({ account: () => account, deliver, health, now }),
    choices: createComposeChoices(now),
    guard: createGuardKeeper({
      ask: async () => ({ kind: 'ok', value: guard }),
      askFor: async () => ({ kind: 'ok', value: [] }),
      now,
    }),
    health,
    now,
  };
}

function opened(key: string | null) {
  draftKey = key;
  followCompose(compose, page());
}

async function press(): Promise<void> {
  const toggle = strip.shadowRoot?.querySelector<HTMLElement>('[role=switch]');
  if (toggle) await userEvent.click(toggle);
}

it('tells of the draft, of the departure with what the mail was, and of what Gmail named', () => {
  opened('msg-a:r1');
  listener.presending?.(() => undefined, 'now');
  listener.sending?.();
  listener.sent?.(sentIds);
  listener.closed?.();
  const draft = { account, draftKey: 'msg-a:r1' };
  const mail = { recipients: ['kim@globex.example'], subject: 'Pricing', threadId: null };
  expect(delivered).toEqual([
    ['compose-opened', draft],
    ['compose-leaving', { ...draft, follow: true, ...mail }],
    ['compose-sent', { ...draft, ...sentIds, messageId: null }],
  ]);
});

it('remembers a switch that was turned before Gmail had named the draft', async () => {
  opened(null);
  await press();
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
  listener.presending?.(() => undefined, 'now');
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

it('keeps a mail back that is for a blocked domain, before the call returns, and tells nobody of a send', async () => {
  guard = { addresses: [], blockedDomains: ['globex.example'], complete: true };
  opened('msg-a:r6');
  await vi.waitFor(() => {
    let cancelled = false;
    listener.presending?.(() => {
      cancelled = true;
    }, 'now');
    expect(cancelled).toBe(true);
  });
  expect(alertText()).toContain('kim@globex.example');
  listener.notSent?.();
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-opened']);
});

it('tells of a mail whose page goes with it before anybody else has told', () => {
  opened('msg-a:r7');
  listener.pageLeft?.();
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-opened']);
  listener.presending?.(() => undefined, 'now');
  listener.pageLeft?.();
  listener.pageLeft?.();
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-opened', 'compose-leaving']);
});

it('says nothing at the end of a page whose mail was told by another', () => {
  opened('msg-a:r8');
  listener.presending?.(() => undefined, 'now');
  listener.sending?.();
  listener.pageLeft?.();
  expect(delivered.map(([kind]) => kind)).toEqual(['compose-opened', 'compose-leaving']);
});
