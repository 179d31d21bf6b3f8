import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { cdp, page } from 'vitest/browser';

import {
  axeFindings,
  settled,
  widerThanThePage,
} from '../../../../../test/support/look-at-page.ts';
import { Panel } from '../panel/panel.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { Framed } from './framed.tsx';
import { listScenes } from './list-scenes.ts';
import { panelScenes } from './panel-scenes.ts';
import { type PseudoLanguage, pseudoLanguages } from './pseudo-languages.ts';
import { settingsScenes } from './settings-scenes.ts';

const now = new Date(2026, 10, 23, 14, 30).getTime();
const { long: _long, ...others } = panelScenes;
const scenes = Object.entries({ ...others, ...listScenes });
const languages: readonly PseudoLanguage[] = ['german', 'japanese', 'arabic'];

async function show(scene: (typeof scenes)[number][1], language?: PseudoLanguage) {
  await render(
    <Framed locale="en-US" clock={() => now} language={language}>
      <Panel backend={scene(now)} />
    </Framed>,
  );
  await expect.element(page.getByRole('banner')).toBeVisible();
  await expect.poll(() => document.querySelector('.account-button, .note')).not.toBeNull();
  await settled();
}

beforeEach(() => page.viewport(320, 640));
afterEach(async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [] });
  document.documentElement.removeAttribute('dir');
});

describe.each(languages)('%s', (language) => {
  it.each(scenes)('%s fits 320 and 400 px', async (_name, scene) => {
    await show(scene, language);
    expect(widerThanThePage()).toEqual([]);
    await page.viewport(400, 640);
    expect(widerThanThePage()).toEqual([]);
  });

  it.each(Object.entries(settingsScenes))('%s fits 320 px', async (_name, scene) => {
    await render(
      <Framed locale="en-US" clock={() => now} language={language}>
        <SettingsPage backend={scene()} />
      </Framed>,
    );
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(widerThanThePage()).toEqual([]);
  });

  it('opens every page, and none reaches out', async () => {
    await show(listScenes.unmatched, language);
    const openers = document.querySelectorAll<HTMLElement>('.panel-line').length;
    expect(openers).toBe(2);
    for (let at = 0; at < openers; at += 1) {
      document.querySelectorAll<HTMLElement>('.panel-line')[at]?.click();
      await expect.poll(() => document.querySelector('.page')).not.toBeNull();
      expect(widerThanThePage()).toEqual([]);
      expect(await axeFindings()).toEqual([]);
      document.querySelector<HTMLElement>('.page .icon-button')?.click();
      await expect.poll(() => document.querySelector('.page')).toBeNull();
    }
  });
});

const place = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();

it('mirrors the page in a language written from right to left', async () => {
  await show(listScenes.consequences, 'arabic');
  expect(document.documentElement.dir).toBe('rtl');
  expect(document.documentElement.lang).toBe(pseudoLanguages.arabic.locale);
  const width = document.documentElement.clientWidth;
  expect(place('.panel-head h1')?.right).toBeGreaterThan(width - 20);
  expect(place('.account-button')?.left).toBeLessThan(20);
  expect(place('.entry-icon')?.left).toBeGreaterThan(place('.entry-fact')?.right ?? width);
});

it('keeps every mark visible in forced colours', async () => {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  await show(listScenes['budget-near']);
  const bar = document.querySelector('.bar');
  if (bar === null) throw new Error('There is no bar');
  expect(getComputedStyle(bar).borderTopStyle).toBe('solid');
  expect(await axeFindings()).toEqual([]);
});

it('moves nothing where motion is not wanted', async () => {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  await show(listScenes.unmatched);
  const moving = [...document.querySelectorAll('body *')].filter((element) => {
    const { transitionDuration, animationDuration } = getComputedStyle(element);
    return ![transitionDuration, animationDuration].every((time) => Number.parseFloat(time) === 0);
  });
  expect(moving.map((element) => element.className)).toEqual([]);
});
