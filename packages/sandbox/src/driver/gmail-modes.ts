import type { BrowserContext, Locator } from 'playwright';

/** Sends a compose window at a time (epoch ms, to the second) by Gmail's own Schedule send. */
export async function scheduleSend(compose: Locator, at: number): Promise<void> {
  const page = compose.page();
  await compose.getByRole('button', { name: 'More send options' }).click();
  await compose.getByRole('menuitem', { name: 'Schedule send' }).first().click();
  const dialogue = page.getByRole('alertdialog', { name: 'Schedule send' });
  await dialogue.getByLabel('Pick date & time').fill(localTime(at));
  await dialogue.getByRole('button', { name: 'Schedule send' }).click();
  await page.getByRole('alert').filter({ hasText: 'Send scheduled' }).waitFor();
}

// As a field of the type datetime-local takes it; browser and test run in one time zone.
function localTime(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 19);
}

/** Turns plain text mode on or off. */
export async function plainText(compose: Locator): Promise<void> {
  await compose.getByRole('button', { name: 'More options' }).click();
  await compose.getByRole('menuitemcheckbox', { name: 'Plain text mode' }).click();
}

/** Turns Gmail's confidential mode on. */
export async function turnOnConfidential(compose: Locator): Promise<void> {
  await compose.getByRole('button', { name: 'Turn confidential mode on / off' }).click();
  await compose.page().locator('button[name=locker_controls_dialog_save]').click();
}

/** Turns the encryption on that the company has bought: client-side (the draft begins anew), or S/MIME. */
export async function turnOnEncryption(compose: Locator): Promise<void> {
  await compose.getByRole('button', { name: 'Message security' }).click();
  await compose.page().getByRole('button', { name: 'Turn on' }).click();
}

/** Turns Gmail's own mail merge on or off. The button Send then says Continue. */
export async function mailMerge(compose: Locator): Promise<void> {
  await compose.getByRole('button', { name: 'Use mail merge' }).click();
}

/** Takes the line away from every page. */
export async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
}

/** Gives the line back; what Gmail's Outbox holds is sent by the pages that are open. */
export async function goOnline(context: BrowserContext): Promise<void> {
  await context.setOffline(false);
}
