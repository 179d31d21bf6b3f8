import { expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook } from '../compose/testing/played-outlook.ts';
import { onNewMessageCompose } from './on-new-message-compose.ts';

const now = Date.UTC(2026, 10, 24, 9);
const settings = digestSetting(now);
const ours = 'AAECAwQFBgcICQoLDA0ODw';
const pixel = {
  address: 'https://t.example/o/7/',
  keyId: 1,
  deviceId: 2,
  key: 'A'.repeat(43),
};

const statusOf = (state: ReturnType<typeof playOutlook>['state']) =>
  state.infobar.get('postrider.status')?.message;

it('marks a new mail and says that it is in the feed', async () => {
  const { world, state } = playOutlook({ settings });
  await onNewMessageCompose(world);
  expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  expect(statusOf(state)).toMatch(/^In feed: /);
  expect(state.appended).toBeNull();
});

it('started twice, marks once', async () => {
  const { world, state } = playOutlook({ settings });
  await onNewMessageCompose(world);
  await onNewMessageCompose(world);
  expect(state.calls.filter((name) => name === 'internetHeaders.setAsync')).toHaveLength(1);
});

it('gives a copy of an earlier mail a mailId of its own', async () => {
  const headers = { 'x-postrider-mail': 'BBBBBBBBBBBBBBBBBBBBBB' };
  const { world, state } = playOutlook({ settings, headers });
  await onNewMessageCompose(world);
  expect(state.headers).toEqual({ 'x-postrider-mail': ours });
});

it('appends a pixel with a signed token only where a team server is named', async () => {
  const { world, state } = playOutlook({ settings: digestSetting(now, { pixel }) });
  await onNewMessageCompose(world);
  expect(state.appended).toMatch(
    /^<img src="https:\/\/t\.example\/o\/7\/[\w-]{58}" width="1" height="1" alt="">$/,
  );
});

it('appends nothing to plain text', async () => {
  const { world, state } = playOutlook({
    settings: digestSetting(now, { pixel }),
    bodyType: 'text',
  });
  await onNewMessageCompose(world);
  expect(state.appended).toBeNull();
});

it('marks nothing and says so where the company does not follow by default', async () => {
  const { world, state } = playOutlook({
    settings: digestSetting(now, { followByDefault: false }),
  });
  await onNewMessageCompose(world);
  expect(state.headers).toEqual({});
  expect(statusOf(state)).toMatch(/^Not in feed\./);
});

it('says what is left once the budget is near its end', async () => {
  const budget = {
    counts: 'recipients',
    max: 10_000,
    used: 8_800,
    countedAt: now,
    nextFreesAt: null,
  } as const;
  const { world, state } = playOutlook({ settings: digestSetting(now, { budget }) });
  await onNewMessageCompose(world);
  expect(statusOf(state)).toMatch(/ 1,200 recipients left in 24 h\.$/);
});

it('says that recipients are not checked where the last look is older than a day, with a way to the pane', async () => {
  const { world, state } = playOutlook({ settings: digestSetting(now - 48 * 3_600_000) });
  await onNewMessageCompose(world);
  expect(state.infobar.get('postrider.status')).toMatchObject({
    type: 'insightMessage',
    message: expect.stringMatching(/^Postrider last looked on 22 Nov, /),
    actions: [{ commandId: 'postrider.open.compose' }],
  });
  expect(state.headers).toEqual({ 'x-postrider-mail': ours });
});

it('says that it was not set up, without a button where Outlook has none', async () => {
  const { world, state } = playOutlook({ set: '1.9' });
  await onNewMessageCompose(world);
  expect(state.infobar.get('postrider.status')).toMatchObject({
    type: 'informationalMessage',
    message: expect.stringMatching(/^Postrider has not looked into this mailbox yet/),
  });
  expect(state.headers).toEqual({});
});

it.each([
  ['sales@adatum.example', { owner: 'sales@adatum.example' }],
  ['tom@adatum.example', { from: 'tom@adatum.example' }],
])('leaves mail of %s untracked, in words', async (address, given) => {
  const { world, state } = playOutlook({ settings, ...given });
  await onNewMessageCompose(world);
  expect(state.headers).toEqual({});
  expect(statusOf(state)).toBe(
    `${address} is not your own mailbox. Mail leaves as usual, not in the feed.`,
  );
});

it('says so where Outlook knows no headers, though its library has the calls', async () => {
  const { world, state } = playOutlook({
    settings,
    set: '1.7',
    faults: { 'internetHeaders.getAsync': 'throws' },
  });
  await onNewMessageCompose(world);
  expect(statusOf(state)).toMatch(/^This Outlook cannot mark mail/);
});

it.each([
  ['refuses the header', { 'internetHeaders.setAsync': 'fails' }, /did not let Postrider mark/],
  ['never answers', { 'internetHeaders.getAsync': 'never-answers' }, /did not let Postrider mark/],
] as const)('says so where Outlook %s', async (_name, faults, said) => {
  const { world, state } = playOutlook({ settings, faults });
  await onNewMessageCompose(world);
  expect(statusOf(state)).toMatch(said);
});
