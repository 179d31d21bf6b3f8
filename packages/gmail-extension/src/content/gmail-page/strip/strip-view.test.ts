import type { ConnectOutcome } from '@postrider/shared/application/panel';
import { mailboxAddress } from '@postrider/shared/domain/ids';
import type { SendBudget } from '@postrider/shared/domain/sending/budget';
import { expect, it } from 'vitest';

import type { Asked } from '../../../bus/ask.ts';
import type { ComposeStanding, ComposeState } from '../../../bus/page-catalogue.ts';
import { isFollowable, type StripState, stripView } from './strip-view.ts';

const budget: SendBudget = {
  limitId: 'g.msg',
  max: 2000,
  used: 588,
  left: 1412,
  windowMs: 24 * 3_600_000,
  complete: true,
  nextFreesAt: null,
  nextFrees: 0,
  countedAt: 0,
  source: { name: 'Google', date: '2026-11-01' },
  counts: 'messages',
  warn: 'none',
};

const answered = (
  standing: ComposeStanding,
  more: Partial<ComposeState> = {},
): Asked<ComposeState> => ({
  kind: 'ok',
  value: { standing, follow: true, budget: null, ownServerAliases: [], ...more },
});

const ready = answered({ kind: 'ready' });

const suppressed = {
  address: 'jo@globex.example',
  obstacle: { kind: 'suppressed', because: 'bounced', by: 'product', since: 0, why: '' },
} as const;
const blocked = {
  address: 'max@rival.example',
  obstacle: { kind: 'blocked-domain', domain: 'rival.example' },
} as const;

function view(change: Partial<StripState> = {}) {
  return stripView({
    answer: ready,
    follow: true,
    delegated: false,
    kind: 'usual',
    from: null,
    refused: [],
    doubtful: [],
    stuck: false,
    account: 'ben@acme.example',
    question: { kind: 'none' },
    now: 0,
    ...change,
  });
}

it('shows the usual case at once, before the worker has answered', () => {
  expect(view({ answer: null })).toMatchObject({ kind: 'switch', follow: true, status: 'In feed' });
});

it('says what the switch does', () => {
  expect(view()).toMatchObject({ status: 'In feed' });
  expect(view({ follow: false })).toMatchObject({ follow: false, status: 'Not in feed' });
});

const instead = { kind: 'other-account', connected: 'ana@acme.example' } as const;

it('names the account that is followed instead of this one, and offers this one where it may', () => {
  const named = { kind: 'line', text: expect.stringContaining('ana@acme.example') };
  expect(view({ answer: answered({ ...instead, mayConnect: true }) })).toMatchObject({
    ...named,
    buttons: [{ label: 'Switch to ben@acme.example', action: 'ask-switch' }],
  });
  expect(view({ answer: answered({ ...instead, mayConnect: false }) })).toMatchObject({
    ...named,
    buttons: [{ action: 'open-panel' }],
  });
  expect(view({ answer: answered({ kind: 'not-connected' }) })).toMatchObject({
    buttons: [
      { label: 'Connect ben@acme.example', action: 'connect-account' },
      { action: 'open-panel' },
    ],
  });
});

it('says what becomes of the other account before it switches, and what came of it', () => {
  const answer = answered({ ...instead, mayConnect: true });
  expect(view({ answer, question: { kind: 'switch' } })).toMatchObject({
    text: 'Follow this mailbox and disconnect ana@acme.example? What its feed holds stays on this computer.',
    buttons: [{ action: 'switch-account' }, { label: 'Cancel', action: 'leave-question' }],
  });
  expect(view({ answer, question: { kind: 'connecting' } })).toMatchObject({ buttons: [] });
  const told = (outcome: ConnectOutcome | null) =>
    view({ answer, question: { kind: 'told', outcome } });
  expect(told({ kind: 'cancelled' })).toMatchObject({ buttons: [{ action: 'ask-switch' }] });
  expect(
    told({
      kind: 'other-mailbox',
      account: 'cleo@acme.example',
      open: mailboxAddress('ben@acme.example'),
    }),
  ).toMatchObject({ text: 'You chose cleo@acme.example. Nothing was changed.' });
  expect(told(null)).toMatchObject({ text: expect.stringContaining('Nothing was changed') });
});

it.each(['not-configured', 'not-allowed', 'newer-data'] as const)(
  'says in one line that it is %s, with the way to the panel',
  (kind) => {
    expect(view({ answer: answered({ kind }) })).toMatchObject({
      kind: 'line',
      buttons: [{ action: 'open-panel' }],
    });
  },
);

it('connects again by one press', () => {
  expect(view({ answer: answered({ kind: 'reconnect-needed' }) })).toMatchObject({
    buttons: [{ label: 'Reconnect', action: 'reconnect' }],
  });
});

it('asks for a reload after an update', () => {
  expect(view({ answer: { kind: 'outdated' } })).toMatchObject({ buttons: [{ action: 'reload' }] });
});

it('rests in a delegated mailbox, whatever the worker says', () => {
  const resting = { kind: 'line', text: expect.stringContaining('delegated'), buttons: [] };
  expect(view({ delegated: true })).toMatchObject(resting);
  expect(view({ delegated: true, answer: null })).toMatchObject(resting);
});

it('leaves confidential, encrypted and foreign mail alone, in words', () => {
  const answer = answered({ kind: 'ready' }, { ownServerAliases: ['ana@trade.example'] });
  for (const state of [
    { kind: 'confidential' },
    { kind: 'encrypted' },
    { answer, from: 'ana@trade.example' },
  ] as const) {
    expect(view(state)).toMatchObject({
      kind: 'line',
      text: expect.stringMatching(/alone|not followed/),
    });
    expect(isFollowable({ answer: ready, kind: 'usual', from: null, ...state })).toBe(false);
  }
  expect(view({ answer, from: 'ana@acme.example' })).toMatchObject({ kind: 'switch' });
});

it('says that a mail merge is one entry', () => {
  expect(view({ kind: 'mail-merge' })).toMatchObject({
    status: expect.stringContaining('its own limit'),
  });
});

const withBudget = (change: Partial<SendBudget>) =>
  view({ answer: answered({ kind: 'ready' }, { budget: { ...budget, ...change } }) });

it('shows the budget, and when some of it frees up', () => {
  expect(withBudget({})).toMatchObject({ status: 'In feed · 1,412 left in 24 h' });
  expect(withBudget({ complete: false })).toMatchObject({
    status: 'In feed · At most 1,412 left in 24 h',
  });
  expect(withBudget({ left: 212, warn: 'near' })).toMatchObject({
    status: 'In feed · Only 212 left in 24 h',
  });
  const over = { left: 0, warn: 'over', nextFreesAt: 3_600_000, nextFrees: 3 } as const;
  expect(withBudget(over)).toMatchObject({
    kind: 'switch',
    status: expect.stringMatching(/Nothing left in 24 h\. 3 more at .*\d\d:\d\d\./),
  });
});

it('warns of an address on hold and refuses nothing', () => {
  expect(
    view({
      doubtful: [
        { address: 'al@globex.example', obstacle: { kind: 'on-hold', since: 0, why: '' } },
      ],
    }),
  ).toMatchObject({ kind: 'switch', status: expect.stringContaining('al@globex.example') });
});

it('says why a mail was not sent, with the ways out', () => {
  expect(view({ refused: [suppressed] })).toMatchObject({
    tone: 'alert',
    text: 'Not sent. jo@globex.example is suppressed: mail bounced on Jan 1, 1970.',
    buttons: [
      { label: 'Remove', action: 'remove' },
      { label: 'Send anyway', action: 'ask-why' },
    ],
  });
  expect(view({ refused: [blocked, suppressed] })).toMatchObject({
    text: expect.stringContaining('and 1 more'),
    buttons: [{ label: 'Remove 2', action: 'remove' }],
  });
  expect(view({ refused: [blocked], stuck: true })).toMatchObject({ buttons: [] });
});

it('asks why a suppressed address is written to all the same, and never where the company blocks one', () => {
  const question = { kind: 'why-anyway' } as const;
  expect(view({ refused: [suppressed], question })).toMatchObject({
    text: 'jo@globex.example comes off the list.',
    field: 'Why, if you like',
    buttons: [{ action: 'send-anyway' }, { action: 'leave-question' }],
  });
  expect(view({ refused: [blocked, suppressed], question })).toMatchObject({ tone: 'alert' });
});
