import { expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook } from '../compose/testing/played-outlook.ts';
import { trackAndSend } from './track-and-send.ts';

const now = Date.UTC(2026, 10, 24, 9);
const settings = digestSetting(now, { followByDefault: false });
const marked = { 'x-postrider-mail': 'AAECAwQFBgcICQoLDA0ODw' };

const said = (state: ReturnType<typeof playOutlook>['state']) =>
  [...state.infobar.values()].map(({ message }) => message);

it('marks the mail and has Outlook send it', async () => {
  const { world, state } = playOutlook({ settings, to: ['a@b.example'] });
  await trackAndSend(world);
  expect(state.headers).toEqual(marked);
  expect(state.sendsAsked).toBe(1);
});

it('asks to press Send where Outlook cannot send for an add-in', async () => {
  const { world, state } = playOutlook({ settings, set: '1.14' });
  await trackAndSend(world);
  expect(state.headers).toEqual(marked);
  expect(state.sendsAsked).toBe(0);
  expect(said(state)).toEqual(['Marked for the feed. Now press Send.']);
});

it('asks to press Send where Outlook refuses to send (#6519)', async () => {
  const { world, state } = playOutlook({ settings, faults: { sendAsync: 'fails' } });
  await trackAndSend(world);
  expect(said(state)).toEqual([
    'Marked for the feed, but Outlook did not send it for Postrider. Press Send.',
  ]);
});

it.each([
  ['the mail has a time of its own (#6413)', { leavesAt: now + 3_600_000 }],
  ['Outlook does not say', { faults: { 'delayDeliveryTime.getAsync': 'never-answers' } }],
] as const)('leaves the sending to the rep where %s', async (_name, given) => {
  const { world, state } = playOutlook({ settings, ...given });
  await trackAndSend(world);
  expect(state.headers).toEqual(marked);
  expect(state.sendsAsked).toBe(0);
});

it('sends nothing to a suppressed address, and says why', async () => {
  const { world, state } = playOutlook({ settings, to: ['kim@initech.example'] });
  await trackAndSend(world);
  expect(state.sendsAsked).toBe(0);
  expect(state.headers).toEqual({});
  expect(said(state)).toEqual([expect.stringMatching(/^kim@initech\.example is suppressed\./)]);
});

it('sends nothing that could not be marked', async () => {
  const { world, state } = playOutlook({
    settings,
    faults: { 'internetHeaders.setAsync': 'fails' },
  });
  await trackAndSend(world);
  expect(state.sendsAsked).toBe(0);
  expect(said(state)).toEqual([expect.stringMatching(/^Outlook did not let Postrider mark/)]);
});

it('keeps the rep’s word over the company’s default', async () => {
  const { world, state } = playOutlook({ settings, session: { 'postrider.follow': 'off' } });
  await trackAndSend(world);
  expect(state.headers).toEqual(marked);
  expect(state.session['postrider.follow']).toBe('on');
  expect(state.properties['postrider.follow']).toBe('on');
});

it('leaves a shared mailbox alone, in words', async () => {
  const { world, state } = playOutlook({ settings, owner: 'sales@adatum.example' });
  await trackAndSend(world);
  expect(state.sendsAsked).toBe(0);
  expect(said(state)).toEqual([expect.stringMatching(/^sales@adatum\.example is not your own/)]);
});
