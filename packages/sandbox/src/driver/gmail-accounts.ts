import type { BrowserContext, Locator, Page } from 'playwright';

import { openGmail } from './gmail-page.ts';

/** Opens a mailbox that the account with this number was given, by the entry in its account menu. */
export async function openDelegated(
  context: BrowserContext,
  address: string,
  account = 0,
): Promise<Page> {
  const page = await openGmail(context, account);
  await page.getByRole('button', { name: /^Google Account/ }).click();
  const entry = page.getByRole('menuitem').filter({ hasText: address });
  await page.goto((await entry.getAttribute('href')) ?? '');
  await page.locator('[role=main] [gh=tm]').waitFor();
  return page;
}

/** Chooses an alias in the From line of a compose window. */
export async function chooseFrom(compose: Locator, address: string): Promise<void> {
  await compose.getByRole('button', { name: 'From', exact: true }).click();
  await compose.locator(`[role=menuitem][value="${address}"]`).click();
}
