import { beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { axeFindings, button, widerThanThePage } from '../../../../../test/support/look-at-page.ts';
import { Framed } from '../gallery/framed.tsx';
import { listScenes } from '../gallery/list-scenes.ts';
import type { MemoryBackend } from '../gallery/memory-backend.ts';
import { Panel } from '../panel/panel.tsx';

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

const heading = (name: string) => page.getByRole('heading', { name });

beforeEach(() => page.viewport(320, 640));

it('goes from what it does over its permissions and the consent to a test mail, by keyboard alone', async () => {
  const backend = await show(listScenes['first-run']);
  for (const name of [
    'Postrider tells you what became of your mail',
    'What it asks for, and why',
  ]) {
    await expect.element(heading(name)).toHaveFocus();
    expect(await axeFindings()).toEqual([]);
    expect(widerThanThePage()).toEqual([]);
    button('Continue').element().focus();
    await userEvent.keyboard('{Enter}');
  }
  await expect.element(heading('Connect your mailbox')).toHaveFocus();
  await expect.element(page.getByText('3 of 3')).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(heading('ana@acme.com is connected')).toHaveFocus();
  expect(await axeFindings()).toEqual([]);
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByText('Your test mail has left')).toBeVisible();
  await expect.element(page.getByText('Leaving: your test mail')).toBeVisible();
  await expect.element(heading('Postrider')).toHaveFocus();
  expect(backend.asked).toEqual(['connect', 'sendTestMail Postrider test mail', 'endFirstRun']);
});

it('goes back a screen', async () => {
  await show(listScenes['first-run']);
  await button('Continue').click();
  await button('Back').click();
  await expect.element(heading('Postrider tells you what became of your mail')).toHaveFocus();
});

it.each([
  ['Skip', () => button('Skip').click()],
  ['Escape', () => userEvent.keyboard('{Escape}')],
] as const)(
  '%s ends it for good, also where the backend has not noted it yet',
  async (_name, leave) => {
    const backend = await show(listScenes['first-run']);
    await expect.element(button('Skip')).toBeVisible();
    await leave();
    await expect.element(heading('Connect your mailbox')).toBeVisible();
    backend.change({ firstRun: true });
    await expect.element(button('Skip')).not.toBeInTheDocument();
    expect(backend.asked).toEqual(['endFirstRun']);
  },
);

it('closes an open menu by Escape before itself', async () => {
  const backend = await show(listScenes['first-run']);
  await button(/^Account/).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Skip')).toBeVisible();
  expect(backend.asked).toEqual([]);
});

it('leads to the settings where no client is set', async () => {
  const backend = await show(listScenes['first-run-not-configured']);
  await button('Continue').click();
  await button('Continue').click();
  await button('Open settings').click();
  expect(backend.asked).toEqual(['openSettings']);
});

it('says why a test mail was not sent, and stays', async () => {
  await show(listScenes['test-mail-stopped']);
  await button('Send me a test mail').click();
  await expect.element(page.getByText('The test mail was not sent')).toBeVisible();
  await expect.element(page.getByText(/Gmail asks to wait until 4:00/)).toBeVisible();
  await button('Close').click();
  await expect.element(page.getByText('The test mail was not sent')).not.toBeInTheDocument();
});
