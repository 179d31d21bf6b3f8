import axe from 'axe-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { type Locator, page } from 'vitest/browser';

import { Framed } from '../gallery/framed.tsx';
import type { MemorySettings } from '../gallery/memory-settings.ts';
import { settingsScenes } from '../gallery/settings-scenes.ts';
import { SettingsPage } from './settings-page.tsx';

async function show(scene: () => MemorySettings) {
  const backend = scene();
  await render(
    <Framed locale="en-US" clock={() => Date.now()}>
      <SettingsPage backend={backend} />
    </Framed>,
  );
  return backend;
}

const button = (name: string) => page.getByRole('button', { name });

/** A click without the waiting of a real one: for what takes none, and under timers that stand still. */
function press(locator: Locator): void {
  locator.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

beforeEach(() => page.viewport(700, 900));
afterEach(() => {
  delete document.documentElement.dataset['theme'];
  vi.useRealTimers();
});

const cases = Object.entries(settingsScenes).flatMap(([name, scene]) =>
  ['light', 'dark'].map((theme) => ({ name, theme, scene })),
);

it.each(cases)('$name, $theme: axe finds nothing, and it fits 320 px', async ({ scene, theme }) => {
  document.documentElement.dataset['theme'] = theme;
  await page.viewport(320, 640);
  await show(scene);
  await expect.element(page.getByRole('heading', { name: /settings/ })).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual(
    [],
  );
  expect(document.documentElement.scrollWidth).toBe(320);
});

it('saves a client, and names the field that cannot be right', async () => {
  const backend = await show(settingsScenes['settings-new']);
  await expect.element(page.getByText(/chromiumapp\.org\/oauth2/)).toBeVisible();
  await expect
    .element(page.getByText('https://www.googleapis.com/auth/gmail.modify'))
    .toBeVisible();
  const id = page.getByRole('textbox', { name: 'Client ID' });
  const secret = page.getByLabelText('Client secret');
  await id.fill('not one');
  await button('Save client').click();
  await expect.element(page.getByText(/This is not a client ID/)).toBeVisible();
  await expect.element(id).toHaveAttribute('aria-invalid', 'true');
  await id.fill('1-a.apps.googleusercontent.com');
  await button('Save client').click();
  await expect.element(page.getByText(/Enter the client secret/)).toBeVisible();
  expect(backend.asked).toEqual([]);
  await secret.fill('shh');
  await button('Save client').click();
  await expect.element(page.getByText('Saved')).toBeVisible();
  await expect.element(page.getByLabelText('Client secret')).toHaveValue('');
  expect(backend.asked).toEqual(['saveClient']);
});

it('shows what the company has set, and lets nobody change it', async () => {
  const backend = await show(settingsScenes['settings-policy']);
  await expect.element(page.getByText('1234567890-abc.apps.googleusercontent.com')).toBeVisible();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await expect
    .element(page.getByText('Only accounts at acme.com or acme.de can be connected.'))
    .toBeVisible();
  const follow = page.getByRole('switch', { name: 'Follow new mail' });
  await expect.element(follow).toHaveAttribute('aria-disabled', 'true');
  press(follow);
  await expect.element(follow).toBeChecked();
  expect(backend.asked).toEqual([]);
});

it('switches whether new mail is followed', async () => {
  const backend = await show(settingsScenes.settings);
  const follow = page.getByRole('switch', { name: 'Follow new mail' });
  await follow.click();
  await expect.element(follow).not.toBeChecked();
  expect(backend.asked).toEqual(['follow false']);
});

it('copies the redirect URI and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show(settingsScenes.settings);
  await button('Copy').first().click();
  await expect.element(button('Copied')).toBeVisible();
  expect(write).toHaveBeenCalledWith(
    'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/oauth2',
  );
  write.mockRestore();
});

it('says what clearing loses and keeps, and clears only when nobody undid it', async () => {
  const backend = await show(settingsScenes.settings);
  await expect.element(page.getByText(/1,412 entries/)).toBeVisible();
  await expect.element(page.getByText(/^Lost: .+ Kept: your mail in Gmail/)).toBeVisible();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  press(button('Clear feed'));
  await vi.advanceTimersByTimeAsync(5000);
  press(button('Undo'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(backend.asked).toEqual([]);
  press(button('Clear feed'));
  await vi.advanceTimersByTimeAsync(9000);
  vi.useRealTimers();
  await expect.element(page.getByText('The feed is cleared.')).toBeVisible();
  await expect.element(page.getByText(/^0 entries/)).toBeVisible();
  expect(backend.asked).toEqual(['clearEvidence']);
});

it('connects and disconnects', async () => {
  const backend = await show(settingsScenes.settings);
  await button('Disconnect').click();
  await button('Connect Gmail').click();
  await expect.element(page.getByText('Connected to ana@acme.com')).toBeVisible();
  expect(backend.asked).toEqual(['disconnect', 'connect']);
});

it('says that the company does not allow the account any more, and lets it be disconnected', async () => {
  const backend = await show(settingsScenes['settings-not-allowed']);
  await expect
    .element(page.getByText('Your company does not allow this account any more'))
    .toBeVisible();
  await expect.element(page.getByText('needs to be connected again')).not.toBeInTheDocument();
  await button('Disconnect').click();
  expect(backend.asked).toEqual(['disconnect']);
});

it('offers to try again where nobody answers', async () => {
  await show(settingsScenes['settings-unreachable']);
  await expect.element(button('Try again')).toBeVisible();
});
