import type {
  DeferredSending,
  HandOverOutcome,
} from '@postrider/shared/application/deferred-send/deferred-send';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId } from '@postrider/shared/domain/ids';
import { mailIdOfDraft } from '@postrider/shared/domain/sending/mail-id-of-draft';
import { expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook, type Played } from '../compose/testing/played-outlook.ts';
import { digestKey } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';
import { openDraftOnline, openDraftOnServer, type FindOpenDraft } from './open-draft.ts';
import { sendLater } from './send-later.ts';

const now = Date.UTC(2026, 10, 24, 9);
const leavesAt = now + 3_600_000;
const ours = 'AAECAwQFBgcICQoLDA0ODw';
const onServer = branded<DraftId>('immutable-1');
const digest = readDigest(digestSetting(now)[digestKey]);
const found: FindOpenDraft = () => Promise.resolve({ kind: 'ok', value: onServer });

function played(
  changes: Partial<Played> = {},
  answer: HandOverOutcome = { kind: 'held', leavesAt },
) {
  const given: unknown[] = [];
  const { world, state } = playOutlook({ to: ['dana@initech.example'], ...changes });
  const sending: DeferredSending = {
    handOver: (mail, draft, at) => {
      given.push({ mail, draft, at, closed: state.closed });
      return Promise.resolve(answer);
    },
    list: () => Promise.resolve([]),
    cancel: () => Promise.resolve({ kind: 'not-known' }),
    settle: () => Promise.resolve({ changed: [], problem: null, nextAt: null }),
    dismiss: () => Promise.resolve(),
  };
  const send = (findDraft: FindOpenDraft = found) =>
    sendLater({ world, digest, sending, findDraft }, true, leavesAt);
  return { given, state, send };
}

it('marks, saves, hands over, and closes the window last', async () => {
  const { given, state, send } = played();
  expect(await send()).toEqual({ kind: 'held', leavesAt, closed: true });
  expect(given).toEqual([
    {
      mail: { mailId: ours, follow: true, recipients: ['dana@initech.example'], subject: 'Offer' },
      draft: { kind: 'saved', id: onServer },
      at: leavesAt,
      closed: false,
    },
  ]);
  expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  expect(state.calls.indexOf('internetHeaders.setAsync')).toBeLessThan(
    state.calls.indexOf('saveAsync'),
  );
  expect(state.closed).toBe(true);
});

it('done again, it is the same mail', async () => {
  const { given, send } = played(
    {},
    { kind: 'waiting', problem: { kind: 'unknown', cause: 'timeout' } },
  );
  await send();
  await send();
  expect(given).toHaveLength(2);
  expect(given[0]).toEqual(given[1]);
});

it('on an Exchange Server the draft’s own id gives the mailId, every time the same', async () => {
  const old = { set: '1.5', faults: { internetHeaders: 'absent', sessionData: 'absent' } } as const;
  const { given, state, send } = played(old);
  expect(await send(openDraftOnServer)).toEqual({ kind: 'held', leavesAt, closed: false });
  const mailId = mailIdOfDraft('AAMkAD/1+2=');
  expect(given).toMatchObject([
    { mail: { mailId }, draft: { kind: 'saved', id: `${mailId}:AAMkAD/1+2=` } },
  ]);
  expect(state.closed).toBe(false);
});

it.each([
  ['nobody is addressed', { to: [] }, 'no-recipients'],
  ['a recipient is suppressed', { cc: ['kim@initech.example'] }, 'recipients-refused'],
  ['the mailbox is shared', { owner: 'sales@adatum.example' }, 'other-mailbox'],
  ['Outlook does not save (9021)', { faults: { saveAsync: 'fails' } }, 'not-saved'],
  ['Outlook never says that it saved', { faults: { saveAsync: 'never-answers' } }, 'not-saved'],
] as const)('hands nothing over where %s', async (_name, changes, kind) => {
  const { given, state, send } = played(changes);
  expect((await send()).kind).toBe(kind);
  expect(given).toEqual([]);
  expect(state.closed).toBe(false);
});

it('waits for a draft that reaches the server a little later, and not for ever', async () => {
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  const drafts = (after: number) => ({
    create: () => Promise.reject(new Error('Not asked for')),
    remove: () => Promise.reject(new Error('Not asked for')),
    find: () =>
      Promise.resolve({ kind: 'ok', value: waits.length >= after ? onServer : null } as const),
  });
  expect((await played().send(openDraftOnline({ drafts: drafts(2) }, wait))).kind).toBe('held');
  expect(waits).toEqual([1000, 2000]);
  waits.length = 0;
  const never = await played().send(openDraftOnline({ drafts: drafts(9) }, wait));
  expect(never.kind).toBe('not-on-server');
  expect(waits).toEqual([1000, 2000, 4000]);
});

it('leaves the window open where Exchange did not take it', async () => {
  const { state, send } = played({}, { kind: 'refused', reason: 'Too large', recipients: [] });
  expect((await send()).kind).toBe('refused');
  expect(state.closed).toBe(false);
});

it('says so where the window did not close', async () => {
  const { send } = played({ faults: { closeAsync: 'fails' } });
  expect(await send()).toEqual({ kind: 'held', leavesAt, closed: false });
});
