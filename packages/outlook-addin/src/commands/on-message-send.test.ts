import { describe, expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook, type Fault } from '../compose/testing/played-outlook.ts';
import { onMessageSend } from './on-message-send.ts';
import { onNewMessageCompose } from './on-new-message-compose.ts';

const now = Date.UTC(2026, 10, 24, 9);
const settings = digestSetting(now);
const ours = 'AAECAwQFBgcICQoLDA0ODw';
const nearlyOver = {
  counts: 'recipients',
  max: 10_000,
  used: 9_999,
  countedAt: now,
  nextFreesAt: now + 3_600_000,
} as const;

describe('refusing', () => {
  it('stops a mail to a suppressed address, says why and what to do, and offers the pane', async () => {
    const { world, state } = playOutlook({ settings, cc: [' Kim@Initech.example '] });
    const completion = await onMessageSend(world);
    expect(completion).toMatchObject({
      allowEvent: false,
      cancelLabel: 'Open Postrider',
      commandId: 'postrider.open.compose',
      contextData: '{"postrider":"refused","addresses":["kim@initech.example"]}',
    });
    expect(completion.errorMessage).toBe(
      'Postrider did not let this mail leave. kim@initech.example is suppressed. Take the address out of the recipients and send again, or open Postrider to see why and to undo it.',
    );
    expect(completion.sendModeOverride).toBeUndefined();
    expect(state.headers).toEqual({});
  });

  it('stops a mail into a blocked domain, in Bcc too', async () => {
    const { world } = playOutlook({ settings, bcc: ['ceo@eu.rival.example'] });
    const { allowEvent, errorMessage } = await onMessageSend(world);
    expect(allowEvent).toBe(false);
    expect(errorMessage).toContain('Your company lets no mail go to ceo@eu.rival.example.');
    expect(errorMessage).not.toContain('undo');
  });

  it('keeps to the 500 characters of an alert, however many and long the addresses are', async () => {
    const to = Array.from({ length: 40 }, (_none, at) => `${'x'.repeat(200)}${at}@rival.example`);
    const { world } = playOutlook({ settings, to: [...to, 'kim@initech.example'] });
    const { errorMessage = '' } = await onMessageSend(world);
    expect(errorMessage.length).toBeLessThanOrEqual(500);
    expect(errorMessage).toContain('and 37 more');
  });

  it('leaves the fields of Mailbox 1.14 away in an older Outlook', async () => {
    const { world } = playOutlook({ settings, set: '1.12', to: ['kim@initech.example'] });
    expect(Object.keys(await onMessageSend(world))).toEqual(['allowEvent', 'errorMessage']);
  });

  it.each([
    ['there is no digest', {}],
    ['the digest is damaged', { 'postrider.digest': '{"v":1' }],
    ['the digest is older than a day', digestSetting(now - 24 * 3_600_000 - 1)],
  ])('stops nothing where %s', async (_name, given) => {
    const { world } = playOutlook({ settings: given, to: ['kim@initech.example'] });
    expect(await onMessageSend(world)).toEqual({ allowEvent: true });
  });
});

describe('marking', () => {
  it('marks a mail that is to be followed by default and is not yet', async () => {
    const { world, state } = playOutlook({ settings, to: ['a@b.example'] });
    expect(await onMessageSend(world)).toEqual({ allowEvent: true });
    expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  });

  it('writes nothing the second time, so that a Mac which starts it again comes to an end', async () => {
    const { world, state } = playOutlook({ settings });
    await onMessageSend(world);
    const before = state.calls.filter((name) => name.endsWith('setAsync')).length;
    // As on a Mac that has lost the header meanwhile: even so it is not written again.
    state.headers = {};
    await onMessageSend(world);
    expect(state.calls.filter((name) => name.endsWith('setAsync')).length).toBe(before);
  });

  it('keeps a mailId that the mail carries', async () => {
    const headers = { 'X-Postrider-Mail': 'BBBBBBBBBBBBBBBBBBBBBB' };
    const { world, state } = playOutlook({ settings, headers });
    await onMessageSend(world);
    expect(state.headers).toEqual(headers);
  });

  it.each([
    ['in this window', { session: { 'postrider.follow': 'off' } }],
    ['before the draft was closed', { properties: { 'postrider.follow': 'off' } }],
  ])('leaves a mail alone that the rep switched off %s', async (_name, given) => {
    const { world, state } = playOutlook({ settings, ...given });
    await onMessageSend(world);
    expect(state.headers).toEqual({});
  });

  it('tries again at Send where Outlook refused the header when the mail was begun', async () => {
    const faults = { 'internetHeaders.setAsync': 'fails' } as const;
    const refusing = playOutlook({ settings, faults });
    await onNewMessageCompose(refusing.world);
    const { world, state } = playOutlook({ settings, session: refusing.state.session });
    await onMessageSend(world);
    expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  });

  it('marks nothing where the company does not follow by default', async () => {
    const { world, state } = playOutlook({
      settings: digestSetting(now, { followByDefault: false }),
    });
    await onMessageSend(world);
    expect(state.headers).toEqual({});
  });

  it('never touches body, attachments or saving while a mail leaves', async () => {
    const { world, state } = playOutlook({ settings, to: ['a@b.example'] });
    await onMessageSend(world);
    expect(state.calls.filter((name) => /^(body|save|.*ttachment)/.test(name))).toEqual([]);
  });
});

describe('the budget', () => {
  const over = digestSetting(now, { budget: nearlyOver });
  const to = ['a@b.example', 'c@d.example'];

  it('is asked about once, and the rep can send all the same', async () => {
    const { world } = playOutlook({ settings: over, to });
    expect(await onMessageSend(world)).toMatchObject({
      allowEvent: false,
      sendModeOverride: 'promptUser',
    });
    expect(await onMessageSend(world)).toEqual({ allowEvent: true });
  });

  it('marks before it asks, because Send anyway starts no second event', async () => {
    const { world, state } = playOutlook({ settings: over, to });
    await onMessageSend(world);
    expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  });

  it.each([
    ['cannot ask (below 1.14)', { set: '1.13' }],
    ['could not remember that it asked', { faults: { sessionData: 'absent' } }],
  ] as const)('is only told of where Outlook %s', async (_name, given) => {
    const { world, state } = playOutlook({ settings: over, to, ...given });
    expect(await onMessageSend(world)).toEqual({ allowEvent: true });
    expect(state.infobar.get('postrider.status')?.message).toBe(
      'Only 1 recipient left in 24 h. Exchange may refuse this mail.',
    );
  });
});

describe('mailboxes that are not the rep’s own', () => {
  it.each([
    ['a shared mailbox', { owner: 'sales@adatum.example' }],
    ['on behalf of somebody', { from: 'tom@adatum.example' }],
  ])('leaves mail alone: %s', async (_name, given) => {
    const { world, state } = playOutlook({ settings, to: ['kim@initech.example'], ...given });
    expect(await onMessageSend(world)).toEqual({ allowEvent: true });
    expect(state.headers).toEqual({});
  });

  it('knows the aliases of the own one', async () => {
    const { world, state } = playOutlook({
      settings: digestSetting(now, { aliases: ['E.Brandt@adatum.example'] }),
      from: 'e.brandt@adatum.example',
    });
    await onMessageSend(world);
    expect(state.headers).toEqual({ 'x-postrider-mail': ours });
  });
});

describe('an Outlook that does not do what it should', () => {
  const calls = [
    'to.getAsync',
    'cc.getAsync',
    'bcc.getAsync',
    'from.getAsync',
    'internetHeaders.getAsync',
    'internetHeaders.setAsync',
    'sessionData.getAllAsync',
    'sessionData.setAsync',
    'loadCustomPropertiesAsync',
  ];
  const faults: readonly Fault[] = ['never-answers', 'fails', 'throws'];

  it.each(calls.flatMap((call) => faults.map((fault) => [call, fault] as const)))(
    'lets the mail go where %s %s',
    async (call, fault) => {
      const { world } = playOutlook({ settings, to: ['a@b.example'], faults: { [call]: fault } });
      expect(await onMessageSend(world)).toEqual({ allowEvent: true });
    },
  );

  it('still refuses by the fields that it could read', async () => {
    const { world } = playOutlook({
      settings,
      to: ['kim@initech.example'],
      faults: { 'cc.getAsync': 'never-answers', 'sessionData.getAllAsync': 'never-answers' },
    });
    expect((await onMessageSend(world)).allowEvent).toBe(false);
  });
});
