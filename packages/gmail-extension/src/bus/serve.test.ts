import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { type PageHandlers, type PanelHandlers, serve } from './serve.ts';

const id = 'abcdefghijklmnopabcdefghijklmnop';
const page = { id, origin: 'https://mail.google.com', frameId: 0, tab: { id: 1 } };
const panel = { id, origin: `chrome-extension://${id}` };

type Listener = (message: unknown, sender: unknown, reply: (answer: unknown) => void) => boolean;

let listener: Listener;
const failures: string[] = [];

function never(): never {
  throw new Error('not asked for in this test');
}

beforeEach(() => {
  failures.length = 0;
  vi.stubGlobal('chrome', {
    runtime: { id, onMessage: { addListener: (added: Listener) => (listener = added) } },
  });
  const pageHandlers: PageHandlers = {
    'compose-state': ({ account }) => ({
      standing: { kind: 'other-account', connected: account, mayConnect: false },
      follow: true,
      budget: null,
      ownServerAliases: [],
    }),
    'compose-opened': never,
    'compose-switched': never,
    'compose-leaving': never,
    'compose-sent': never,
    'compose-scheduled': never,
    'compose-not-sent': never,
    'send-guard': never,
    'guard-for': never,
    'page-health': never,
    unsuppress: never,
    reconnect: never,
    'connect-as': never,
    'open-panel': () => null,
  };
  const panelHandlers: PanelHandlers = {
    status: never,
    feed: never,
    connect: never,
    disconnect: () => Promise.reject(new Error('broken')),
    'look-now': () => null,
    'open-mail': never,
    suppressions: never,
    suppress: never,
    unsuppress: never,
    'put-back': never,
    unmatched: never,
    'match-notice': never,
    'unmatch-notice': never,
    'dismiss-notice': never,
    'send-guard': never,
    'guard-for': never,
    standing: never,
    recount: never,
    settings: never,
    'stored-events': never,
    'save-client': never,
    'save-follow-by-default': never,
    'clear-evidence': never,
    'end-first-run': never,
    'send-test-mail': never,
    'health-report': never,
    queue: never,
    'queue-entries': () => [],
    'queue-pause': never,
    'queue-resume': never,
    'queue-cancel': never,
    'queue-send-next': never,
    'queue-decide': never,
    'group-sources': never,
    'group-check': ({ list }) => ({
      columns: [],
      addressColumn: '',
      good: list.text.length,
      faults: [],
      cut: false,
    }),
    'group-preview': never,
    'group-forecast': never,
    'group-start': never,
  };
  serve(pageHandlers, panelHandlers, (kind) => failures.push(kind));
});

afterEach(() => vi.unstubAllGlobals());

const send = (kind: string, request: unknown, sender: unknown) =>
  new Promise((resolve) => {
    listener({ postrider: 1, kind, request }, sender, resolve);
  });

const listOf = (text: string) => ({ source: 'r-42', list: { text } });

it('takes a list of 10,000 rows', async () => {
  const text = 'ana@customer.example,Ana,Customer and sons\n'.repeat(10_000);
  expect(await send('group-check', listOf(text), panel)).toMatchObject({
    value: { good: text.length },
  });
});

it('answers what its sender may ask, parsed', async () => {
  const request = { account: ' Ana@Acme.example', draftKey: null };
  expect(await send('compose-state', request, page)).toEqual({
    kind: 'ok',
    value: {
      standing: { kind: 'other-account', connected: 'ana@acme.example', mayConnect: false },
      follow: true,
      budget: null,
      ownServerAliases: [],
    },
  });
  expect(await send('look-now', {}, panel)).toEqual({ kind: 'ok', value: null });
});

it.each([
  ['a message of the panel, from the page', 'look-now', {}, page],
  ['a message of the page, from the panel', 'open-panel', {}, panel],
  ['a message nobody knows', 'toString', {}, page],
  ['a draft key that cannot be one', 'compose-opened', { account: 'a@b', draftKey: '<b>' }, page],
  ['a field too many', 'compose-state', { account: 'a@b', draftKey: null, more: 1 }, page],
  ['a stranger', 'look-now', {}, { ...panel, id: 'another' }],
  [
    'a group mail started by the page',
    'group-start',
    { source: 'r1', list: { text: 'a@b' } },
    page,
  ],
  ['mail of nobody cancelled', 'queue-cancel', { mail: '../..' }, panel],
  ['a group that cannot be one', 'queue-pause', { group: 'everything' }, panel],
  ['more entries than a page shows', 'queue-entries', { limit: 1001, offset: 0 }, panel],
  ['a list longer than is read', 'group-check', listOf('x'.repeat(20_000_001)), panel],
  ['a draft that cannot be one', 'group-check', { source: 'a/../b', list: { text: '' } }, panel],
])('refuses %s', async (_what, kind, request, sender) => {
  expect(await send(kind, request, sender)).toEqual({ kind: 'invalid' });
  expect(failures).toEqual([]);
});

it('leaves messages of InboxSDK alone, without holding their channel open', () => {
  const reply = vi.fn<(answer: unknown) => void>();
  expect(listener({ type: 'inboxsdk__injectPageWorld' }, page, reply)).toBe(false);
  expect(reply).not.toHaveBeenCalled();
});

it('says that it failed, and reports which message, where a handler throws', async () => {
  expect(await send('disconnect', {}, panel)).toEqual({ kind: 'failed' });
  expect(failures).toEqual(['disconnect']);
});
