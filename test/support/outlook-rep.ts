import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { openPane } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail, openMessage } from '@postrider/sandbox/driver/outlook-page';

/** A mail of the sandbox's history that is in the inbox from the start. */
const oldMail = 'Purchase order 7741';

/** Opens the add-in's pane beside a message that is read. */
export async function openFeed(page: Page, subject = oldMail): Promise<Frame> {
  await openMessage(page, subject);
  return openPane(page, 'Open feed');
}

/** Opens the pane for the first time beside an old mail and connects the mailbox that is open; ends at the feed. */
export async function connectOutlook(page: Page, subject = oldMail): Promise<Frame> {
  const pane = await openFeed(page, subject);
  const button = (name: string) => pane.getByRole('button', { name });
  await button('Continue').click();
  await button('Continue').click();
  await button('Connect Outlook').click();
  await button('Go to the feed').click();
  await expect(pane.getByText('Looked at')).toBeVisible();
  return pane;
}

/** Opens a new mail to one address, written and unsent; the add-in's own work on it is done. */
export async function writeTo(page: Page, address: string, subject: string): Promise<Locator> {
  const form = await composeMail(page);
  await fillMail(form, { to: [address], subject, body: 'Hello, here is what we talked about.' });
  return form;
}
