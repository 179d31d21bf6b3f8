import type { BrowserContext, Locator, Page } from 'playwright';

/** Opens a mailbox of the sandbox in a new tab: 0 is the first account that is signed in. */
export async function openGmail(
  context: BrowserContext,
  account = 0,
  hash = '#inbox',
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://mail.google.com/mail/u/${account}/${hash}`);
  await page.locator('[role=main] [gh=tm]').waitFor();
  return page;
}

/** Opens a new compose window, empty. */
export async function openCompose(page: Page): Promise<Locator> {
  const windows = page.locator('[role=dialog]');
  const before = await windows.count();
  await page.locator('[gh=cm]').click();
  const opened = windows.nth(before);
  await opened.waitFor();
  return opened;
}

/** What to write into a compose window. */
export type MailToWrite = {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject: string;
  readonly body: string;
};

/** Writes a mail as a person would, field by field, and leaves it unsent. */
export async function writeMail(compose: Locator, mail: MailToWrite): Promise<void> {
  await addRecipients(compose, 'To', mail.to);
  for (const [label, addresses] of [
    ['Cc', mail.cc ?? []],
    ['Bcc', mail.bcc ?? []],
  ] as const) {
    if (addresses.length === 0) continue;
    await compose.getByRole('link', { name: label, exact: true }).click();
    await addRecipients(compose, label, addresses);
  }
  await compose.locator('input[name=subjectbox]').fill(mail.subject);
  const body = compose.locator('[contenteditable][aria-label="Message Body"]');
  await body.click();
  await body.pressSequentially(mail.body);
}

async function addRecipients(
  compose: Locator,
  label: 'To' | 'Cc' | 'Bcc',
  addresses: readonly string[],
): Promise<void> {
  const field = compose.getByRole('combobox', { name: `${label} recipients` });
  for (const address of addresses) {
    await field.fill(address);
    await field.press('Enter');
  }
}

/** Sends a compose window by its button, and waits until Gmail says that it is sent. */
export async function sendMail(compose: Locator): Promise<void> {
  const page = compose.page();
  await compose.getByRole('button', { name: /^(?:Send|Continue)/ }).click();
  await page.getByRole('alert').filter({ hasText: 'Message sent' }).waitFor();
}

/** Clicks Undo in the line that says that a mail was sent; gives the compose window that comes back. */
export async function undoSend(page: Page): Promise<Locator> {
  const windows = page.locator('[role=dialog]');
  const before = await windows.count();
  await page.locator('#link_undo').click();
  const reopened = windows.nth(before);
  await reopened.waitFor();
  return reopened;
}

/** Saves a compose window's draft and closes it. */
export async function closeCompose(compose: Locator): Promise<void> {
  await compose.getByLabel('Save & close').click();
}
