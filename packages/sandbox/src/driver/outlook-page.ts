import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright';

/** Whose Outlook to open. */
export type OutlookAccount = {
  /** Who is signed in; Adatum's first rep where nobody is named. */
  readonly account?: string;
  /** A mailbox that was shared with them. */
  readonly open?: string;
};

/** Opens Outlook on the web in a new tab. */
export function openOutlook(context: BrowserContext, account: OutlookAccount = {}): Promise<Page> {
  return openAt(context, 'https://outlook.office.com/mail/', account);
}

/**
 * Opens Outlook on Woodgrove's own server. Microsoft's library does not know that host and asks whether to trust it,
 * once: the question is answered as a person would.
 */
export async function openOwnServer(
  context: BrowserContext,
  account: OutlookAccount = {},
): Promise<Page> {
  const page = await openAt(context, 'https://mail.woodgrove.example/owa/', account);
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

async function openAt(
  context: BrowserContext,
  address: string,
  account: OutlookAccount,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}?${new URLSearchParams({ ...account }).toString()}`);
  await page.getByRole('navigation', { name: 'Folders' }).getByRole('button').first().waitFor();
  return page;
}

/** Opens a folder by its name, e.g. Sent Items. */
export async function openFolder(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Folders' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

/** Opens the newest message of the folder in front with this subject: to be read, or a draft to be gone on with. */
export async function openMessage(page: Page, subject: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Messages' })
    .locator('.row', { hasText: subject })
    .first()
    .click();
  await page.locator('.message, .compose').waitFor();
}

/** Opens the form for a new mail. */
export async function composeMail(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'New mail' }).click();
  return composeForm(page);
}

/** Answers the message that is open. */
export async function answerMail(
  page: Page,
  kind: 'Reply' | 'Reply all' | 'Forward',
): Promise<Locator> {
  await page.getByRole('button', { name: kind, exact: true }).click();
  return composeForm(page);
}

async function composeForm(page: Page): Promise<Locator> {
  const form = page.getByRole('region', { name: 'New message' });
  await form.locator('[aria-label="Message body"], iframe[title="Message body"]').waitFor();
  return form;
}

/** What to write into a compose form. */
export type OutlookMail = {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject: string;
  readonly body: string;
};

/** Writes a mail as a person would, field by field, and leaves it unsent. */
export async function fillMail(form: Locator, mail: OutlookMail): Promise<void> {
  for (const [label, addresses] of [
    ['To', mail.to],
    ['Cc', mail.cc ?? []],
    ['Bcc', mail.bcc ?? []],
  ] as const) {
    if (addresses.length === 0) continue;
    const field = form.getByLabel(label, { exact: true });
    await field.fill(addresses.join('; '));
    await field.blur();
  }
  await form.getByLabel('Subject').fill(mail.subject);
  const body = await bodyOf(form);
  await body.click();
  await body.pressSequentially(mail.body);
}

/** The body of a compose form, whatever it is written in. */
export async function bodyOf(form: Locator): Promise<Locator> {
  const plain = form.locator('textarea[aria-label="Message body"]');
  return (await plain.count()) > 0 ? plain : editorOf(form).locator('body');
}

function editorOf(form: Locator): FrameLocator {
  return form.frameLocator('iframe[title="Message body"]');
}

/** Chooses another sender in the From line. */
export async function chooseSender(form: Locator, address: string): Promise<void> {
  await form.getByLabel('From').selectOption(address);
}

/** Presses Send and waits for nothing: an add-in may have something to say first. */
export async function pressSend(form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Send', exact: true }).click();
}

/** Waits until Outlook says that the mail is sent. */
export async function waitUntilSent(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Message sent.' }).waitFor();
}

/** Saves a compose form's draft and closes it. */
export async function closeForm(form: Locator): Promise<void> {
  await form.getByRole('button', { name: 'Close', exact: true }).click();
  await form.waitFor({ state: 'detached' });
}
