import type { Page } from 'playwright';

/** Waits until InboxSDK has loaded in Gmail's page: it writes the names of its users on the root element. */
export async function untilAttached(page: Page): Promise<void> {
  await page.locator('html[data-inboxsdk-active-app-ids]').waitFor({ state: 'attached' });
}
