import { expect, it } from 'vitest';

import { digestSetting } from '../compose/testing/digest-setting.ts';
import { playOutlook } from '../compose/testing/played-outlook.ts';
import { onMessageRecipientsChanged } from './on-recipients-changed.ts';

const settings = digestSetting(Date.UTC(2026, 10, 24, 9));

const long = `${'x'.repeat(250)}@rival.example`;

it.each([
  [['kim@initech.example'], /^kim@initech\.example is suppressed\./],
  [['a@rival.example'], /^Your company lets no mail go to a@rival\.example\./],
  [['kim@initech.example', 'a@rival.example'], /^2 recipients are suppressed or blocked\./],
  [[long], /^Your company lets no mail go to x+…\./],
])('warns of %s while the mail is being written', async (to, said) => {
  const { world, state } = playOutlook({ settings, to });
  await onMessageRecipientsChanged(world);
  const warning = state.infobar.get('postrider.warning');
  expect(warning?.type).toBe('errorMessage');
  expect(warning?.message).toMatch(said);
  expect(warning?.message.length).toBeLessThanOrEqual(150);
});

it('takes the warning back when the address is gone', async () => {
  const { world, state } = playOutlook({ settings, to: ['a@b.example'] });
  state.infobar.set('postrider.warning', { type: 'errorMessage', message: 'old' });
  await onMessageRecipientsChanged(world);
  expect(state.infobar.size).toBe(0);
});

it('takes the warning back when nothing is known any more', async () => {
  const { world, state } = playOutlook({ settings: {}, to: ['kim@initech.example'] });
  state.infobar.set('postrider.warning', { type: 'errorMessage', message: 'old' });
  await onMessageRecipientsChanged(world);
  expect(state.infobar.size).toBe(0);
});

it('says nothing of a mail that is not the rep’s own', async () => {
  const { world, state } = playOutlook({
    settings,
    to: ['kim@initech.example'],
    owner: 'sales@adatum.example',
  });
  await onMessageRecipientsChanged(world);
  expect(state.infobar.size).toBe(0);
});
