import type { Locator, Page } from 'playwright';

/** Opens the thread with this subject from the list in front. */
export async function openThread(page: Page, subject: string): Promise<void> {
  await page.getByRole('row', { name: subject }).first().click();
  await page.getByRole('heading', { name: subject }).waitFor();
}

/** Answers the newest message of the open thread to its sender; gives the form below it. */
export function reply(page: Page): Promise<Locator> {
  return answer(page, 'Reply');
}

/** Answers the newest message of the open thread to everybody; gives the form below it. */
export function replyAll(page: Page): Promise<Locator> {
  return answer(page, 'Reply all');
}

/** Forwards the newest message of the open thread; gives the form below it. */
export function forward(page: Page): Promise<Locator> {
  return answer(page, 'Forward');
}

async function answer(page: Page, name: string): Promise<Locator> {
  await page.getByRole('link', { name, exact: true }).click();
  const form = page.locator('.adB .M9');
  await form.waitFor();
  return form;
}

/** Makes a compose window a window of its own; gives the page in it. The form there is `[role=dialog]`. */
export async function popOut(compose: Locator): Promise<Page> {
  const opened = compose.page().context().waitForEvent('page');
  await compose.getByLabel('Full screen').click({ modifiers: ['Shift'] });
  const page = await opened;
  await page.waitForURL('**/popout?**');
  await page.locator('[role=main] [role=dialog]').waitFor();
  return page;
}

/** Makes a compose window of a form below a message; gives the window. */
export async function popOutReply(form: Locator): Promise<Locator> {
  const page = form.page();
  const windows = page.locator('[role=dialog]');
  const before = await windows.count();
  await form.getByRole('button', { name: 'Type of response' }).click();
  await form.getByRole('menuitem', { name: 'Pop out reply' }).click();
  const opened = windows.nth(before);
  await opened.waitFor();
  return opened;
}

/** Minimises a compose window, or brings it back. */
export async function minimise(compose: Locator): Promise<void> {
  await compose.getByLabel('Minimize').click();
}

/** Shows a compose window on the full screen, or docks it again. */
export async function fullScreen(compose: Locator): Promise<void> {
  await compose.getByLabel('Full screen').click();
}
