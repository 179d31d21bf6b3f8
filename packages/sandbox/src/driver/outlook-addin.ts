import type { Frame, Locator, Page } from 'playwright';

/** Presses a button of the add-in, above the item that is open. */
export async function pressRibbon(page: Page, label: string): Promise<void> {
  await page
    .getByRole('toolbar', { name: 'Add-ins' })
    .getByRole('button', { name: label, exact: true })
    .click();
}

/** Opens the add-in's pane by its button and gives the frame in it, loaded. */
export async function openPane(page: Page, label: string): Promise<Frame> {
  await pressRibbon(page, label);
  return paneFrame(page);
}

/** The frame of the add-in's pane. */
export async function paneFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe.addin-pane').elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === undefined || frame === null) throw new Error('No pane is open.');
  await frame.waitForLoadState('domcontentloaded');
  return frame;
}

/** Pins the pane, or lets it go. */
export async function pinPane(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pin pane' }).click();
}

/** Closes the pane. */
export async function closePane(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close pane' }).click();
}

/** The Smart Alert in front of the page. */
export function smartAlert(page: Page): Locator {
  return page.getByRole('alertdialog', { name: 'Smart Alert' });
}

/** Answers the Smart Alert by one of its buttons; gives what it said. */
export async function answerAlert(page: Page, choice: string): Promise<string> {
  const alert = smartAlert(page);
  const text = await alert.locator('p').innerText();
  await alert.getByRole('button', { name: choice, exact: true }).click();
  return text;
}

/** The line above the item in which the add-in says this. */
export function infobar(page: Page, text: string | RegExp): Locator {
  return page.locator('.infobar').filter({ hasText: text });
}
