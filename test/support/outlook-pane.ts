import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { openMessage } from '@postrider/sandbox/driver/outlook-page';
import type axeCore from 'axe-core';

declare const axe: typeof axeCore;

/** Who is signed in to Outlook where nobody else is named. */
export const eva = 'eva@adatum.example';

/** The pane beside the rep's newest mail. */
export async function paneOf(page: Page): Promise<Frame> {
  await openMessage(page, 'Purchase order');
  return openPane(page, 'Open feed');
}

/** A button of the pane by its whole name. */
export const named = (frame: Frame, name: string): Locator =>
  frame.getByRole('button', { name, exact: true });

/** Has the pane look into the mailbox now. */
export async function lookNow(frame: Frame): Promise<void> {
  await frame.getByRole('contentinfo').getByRole('button', { name: 'Look now' }).click();
}

/** Goes through the first run up to the click on Connect. */
export async function connect(frame: Frame): Promise<void> {
  await named(frame, 'Continue').click();
  await named(frame, 'Continue').click();
  await named(frame, 'Connect Outlook').click();
}

/** The pane beside Eva's newest mail, connected, with the first run put away. */
export async function connectedPane(page: Page): Promise<Frame> {
  const frame = await paneOf(page);
  await connect(frame);
  await named(frame, 'Go to the feed').click();
  await expect(frame.getByRole('button', { name: `Account ${eva}: Connected` })).toBeVisible();
  return frame;
}

/** Signs in as somebody in the window that a click opens. */
export async function signInAs(
  page: Page,
  name: string,
  click: () => Promise<void>,
): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await click();
  // Microsoft's library asks before it opens a window.
  await page.frameLocator('iframe.addin-pane').getByRole('button', { name: 'Allow' }).click();
  const window = await opened;
  await window.getByRole('button', { name }).click();
  const accept = window.getByRole('button', { name: 'Accept' });
  await accept.waitFor().then(
    () => accept.click(),
    () => undefined,
  );
}

/** What axe finds wrong in the pane, and what reaches out of it. */
export async function paneFindings(frame: Frame): Promise<readonly string[]> {
  const script = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  // The page's own policy forbids scripts from elsewhere; what the driver evaluates is not the page's.
  await frame.evaluate(script);
  return frame.evaluate(async () => {
    const { violations } = await axe.run(document.body);
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [];
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`)),
      ...wide,
    ];
  });
}
