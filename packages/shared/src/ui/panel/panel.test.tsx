import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import {
  axeFindings,
  settled,
  widerThanThePage,
} from '../../../../../test/support/look-at-page.ts';
import { Framed } from '../gallery/framed.tsx';
import { listScenes } from '../gallery/list-scenes.ts';
import type { MemoryBackend } from '../gallery/memory-backend.ts';
import { panelScenes } from '../gallery/panel-scenes.ts';
import { Panel } from './panel.tsx';

const now = new Date(2026, 10, 23, 14, 30).getTime();

async function show(scene: (now: number) => MemoryBackend) {
  const backend = scene(now);
  await render(
    <Framed locale="en-US" clock={() => now}>
      <Panel backend={backend} />
    </Framed>,
  );
  return backend;
}

beforeEach(() => page.viewport(360, 720));
afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

describe('every state', () => {
  const scenes = Object.entries({ ...panelScenes, ...listScenes }).filter(
    ([name]) => name !== 'long',
  );
  const cases = scenes.flatMap(([name, scene]) =>
    ['light', 'dark'].map((theme) => ({ name, theme, scene })),
  );

  it.each(cases)('$name, $theme: axe finds nothing', async ({ scene, theme }) => {
    document.documentElement.dataset['theme'] = theme;
    await show(scene);
    await expect
      .element(page.getByRole('heading', { name: 'Postrider', exact: true }))
      .toBeVisible();
    await settled();
    expect(await axeFindings()).toEqual([]);
  });

  it.each(scenes)('%s: fits 320 px', async (_, scene) => {
    await page.viewport(320, 640);
    await show(scene);
    await settled();
    expect(widerThanThePage()).toEqual([]);
  });
});

const unlike = [
  ['empty', 'Nothing here yet', 'Look now', 'lookNow'],
  ['not-configured', "Your company's Google client is not set", 'Open settings', 'openSettings'],
  ['not-connected', 'Connect your mailbox', 'Connect Gmail', 'connect'],
  ['reconnect-needed', 'Google asks you to connect again', 'Reconnect', 'connect'],
] as const;

it.each(unlike)('%s: says so and has one next step', async (name, words, step, asked) => {
  const backend = await show(panelScenes[name]);
  await expect.element(page.getByText(words)).toBeVisible();
  await page
    .getByRole('main')
    .or(page.getByRole('status'))
    .getByRole('button', { name: step })
    .click();
  expect(backend.asked).toEqual([asked]);
});

const problems = [
  ['offline', 'You are offline'],
  ['timeout', 'Gmail did not answer in time'],
  ['server-error', 'Gmail has trouble of its own'],
  ['malformed-answer', 'Gmail gave an answer that cannot be read'],
  ['refused', 'It says: Mail service not enabled'],
  ['rate-limited', 'Gmail asks to wait until 2:34'],
  ['unreadable', '3 messages could not be read'],
] as const;

it.each(problems)('%s: says so and keeps the feed', async (name, words) => {
  await show(panelScenes[name]);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Dana Reyes replied' })).toBeVisible();
});

it('names the domains that may be connected before and after a wrong account', async () => {
  await show(panelScenes['domain-not-allowed']);
  await expect
    .element(page.getByText('Only accounts at acme.com or acme.de can be connected.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Connect Gmail' }).click();
  await expect.element(page.getByText('ana.private@gmail.com was not connected.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByText('was not connected')).not.toBeInTheDocument();
});

it('says that another account is connected and how to change it', async () => {
  await show(panelScenes['other-account']);
  await page.getByRole('button', { name: 'Account ana@acme.com: Connected' }).click();
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expect.element(page.getByText('kim@acme.com was not connected.')).toBeVisible();
  await expect.element(page.getByText('ana@acme.com is connected here.')).toBeVisible();
});

it('says that connecting was cancelled', async () => {
  await show(panelScenes.cancelled);
  await page.getByRole('button', { name: 'Connect Gmail' }).click();
  await expect.element(page.getByText('Connecting was cancelled.')).toBeVisible();
});

it('offers to try again where nobody answers', async () => {
  await show(panelScenes.unreachable);
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect.element(page.getByRole('feed')).not.toBeInTheDocument();
});

it('shows nothing for 300 ms, then rows in grey', async () => {
  await show(panelScenes.loading);
  const skeleton = page.getByText('Reading the feed').element().parentElement;
  expect(skeleton && getComputedStyle(skeleton).animationDelay).toBe('0.3s');
  await expect.poll(() => skeleton && getComputedStyle(skeleton).opacity).toBe('1');
});

it('opens the account menu by keyboard, walks it by arrows and leaves it by Escape', async () => {
  const backend = await show(panelScenes.feed);
  const account = page.getByRole('button', { name: 'Account ana@acme.com: Connected' });
  await expect.element(account).toBeVisible();
  account.element().focus();
  await userEvent.keyboard('{Enter}{Tab}');
  await expect.element(page.getByRole('button', { name: 'Suppressed addresses' })).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(page.getByRole('button', { name: 'Disconnect' })).toHaveFocus();
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(account).toHaveFocus();
  await expect.element(page.getByRole('button', { name: 'Disconnect' })).not.toBeInTheDocument();
  await account.click();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect.element(page.getByText('Connect your mailbox')).toBeVisible();
  expect(backend.asked).toEqual(['disconnect']);
});

it('says when it last looked, and that it is looking', async () => {
  const backend = await show(panelScenes.feed);
  await expect.element(page.getByText('Looked at 2:29')).toBeVisible();
  await page.getByRole('button', { name: 'Look now' }).click();
  expect(backend.asked).toEqual(['lookNow']);
  backend.change({ looking: true });
  await expect.element(page.getByRole('button', { name: 'Looking…' })).toBeVisible();
});
