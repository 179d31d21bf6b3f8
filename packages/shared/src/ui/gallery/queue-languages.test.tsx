import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { cdp, page } from 'vitest/browser';

import {
  axeFindings,
  settled,
  widerThanThePage,
} from '../../../../../test/support/look-at-page.ts';
import { Panel } from '../panel/panel.tsx';
import { Framed } from './framed.tsx';
import { panelScenes } from './panel-scenes.ts';
import type { PseudoLanguage } from './pseudo-languages.ts';
import { queueScenes } from './queue-scenes.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const languages: readonly PseudoLanguage[] = ['german', 'japanese', 'arabic'];
const scenes = Object.entries(queueScenes).filter(([name]) => name.startsWith('queue'));

async function show(scene: (typeof scenes)[number][1], language?: PseudoLanguage) {
  await render(
    <Framed locale="en-US" clock={() => now} language={language}>
      <Panel backend={panelScenes.feed(now)} queue={scene(now)} />
    </Framed>,
  );
  await page.getByRole('tab').nth(1).click();
  // Grey rows stand there for good where nobody answers; elsewhere they are gone before anything is looked at.
  const loads = scene === queueScenes['queue-loading'];
  await expect
    .poll(() => document.querySelector('.tab-panels .skeleton, .group-open, .blank') !== null)
    .toBe(true);
  await expect.poll(() => loads || document.querySelector('.skeleton') === null).toBe(true);
  await settled();
}

async function press(selector: string, shown: string) {
  document.querySelector<HTMLElement>(selector)?.click();
  await expect.poll(() => document.querySelector(shown)).not.toBeNull();
}

async function openNewGroup() {
  await press('.queue-parts > div:not(.queue-head) > .button', '.group-draft select');
  const select = document.querySelector<HTMLSelectElement>('.group-draft select');
  await page.elementLocator(select ?? document.body).selectOptions('draft-1');
  await page.getByRole('textbox').first().fill('a list');
  await expect.poll(() => document.querySelector('.group-faults')).not.toBeNull();
  document.querySelector<HTMLElement>('.group-faults summary')?.click();
  await expect.poll(() => document.querySelector('.button-primary')).not.toBeNull();
  await expect.poll(() => document.querySelector('.skeleton')).toBeNull();
}

beforeEach(() => page.viewport(320, 640));
afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  document.documentElement.removeAttribute('dir');
  delete document.documentElement.dataset['theme'];
});

describe.each(languages)('%s', (language) => {
  it.each(scenes)('%s fits 320 and 400 px', async (_name, scene) => {
    await show(scene, language);
    expect(widerThanThePage()).toEqual([]);
    await page.viewport(400, 640);
    expect(widerThanThePage()).toEqual([]);
  });

  it('a mail, a group mail and a question fit', async () => {
    await show(queueScenes.queue, language);
    await press('.queue-row > button', '.queue-details');
    expect(widerThanThePage()).toEqual([]);
    await press('.group-open', '.group-page .queue-row');
    await press('.group-sum .button:last-child', '.group-sum .box');
    expect(widerThanThePage()).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  });

  it('a new group mail fits', async () => {
    await show(queueScenes.queue, language);
    await openNewGroup();
    expect(widerThanThePage()).toEqual([]);
  });
});

it.each(['dark', 'light', 'forced colours'])('%s: all of it can be read', async (look) => {
  if (look === 'forced colours') {
    const features = [{ name: 'forced-colors', value: 'active' }];
    await cdp().send('Emulation.setEmulatedMedia', { features });
  } else document.documentElement.dataset['theme'] = look;
  await show(queueScenes['queue-unsure']);
  await press('.queue-row > button', '.queue-details');
  expect(await axeFindings()).toEqual([]);
  await openNewGroup();
  await settled();
  expect(await axeFindings()).toEqual([]);
});
