import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import type { Frame, Page } from 'playwright';

/**
 * Opens the pane beside the newest message and goes through the first run to its end: the mailbox is connected
 * and looked into. Gives the pane.
 */
export async function connect(page: Page): Promise<Frame> {
  await page.getByRole('region', { name: 'Messages' }).locator('.row').first().click();
  const pane = await openPane(page, 'Open feed');
  const next = pane.getByRole('button', { name: 'Continue' });
  await next.click();
  await next.click();
  await pane.getByRole('button', { name: 'Connect Outlook' }).click();
  await pane.getByRole('button', { name: 'Go to the feed' }).click();
  await pane.getByText('Looked').first().waitFor();
  return pane;
}
