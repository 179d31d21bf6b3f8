import { openPane, paneFrame } from '@postrider/sandbox/driver/outlook-addin';
import { composeMail, fillMail, openMessage } from '@postrider/sandbox/driver/outlook-page';
import type { Frame, Locator, Page } from 'playwright';

import { connect } from '../../play/outlook/connect.ts';
import { until } from '../../play/record.ts';

const offer = {
  to: ['dana@initech.example'],
  subject: 'Proposal for Q1',
  body: 'Dear Dana, here is the proposal.',
};

/** A button of the pane. */
export const button = (pane: Frame, name: string | RegExp): Locator =>
  pane.getByRole('button', { name });

/** Opens the pane beside the newest message. */
export async function beside(page: Page): Promise<Frame> {
  await page.getByRole('region', { name: 'Messages' }).locator('.row').first().click();
  return openPane(page, 'Open feed');
}

/** The second screen of the first run. */
export async function permissions(page: Page): Promise<void> {
  await button(await beside(page), 'Continue').click();
}

/** Goes through the first run, up to a click on Connect. */
export async function pressConnect(pane: Frame): Promise<void> {
  await button(pane, 'Continue').click();
  await button(pane, 'Continue').click();
  await button(pane, 'Connect Outlook').click();
}

/** A mail that is being written, with the pane beside it. Gives the mail's window. */
export async function writeOffer(page: Page): Promise<Locator> {
  const form = await composeMail(page);
  await fillMail(form, offer);
  const pane = await openPane(page, 'Open feed');
  await button(pane, 'Send later…').waitFor();
  return form;
}

/** Opens the times to choose from. */
export async function sendLater(page: Page): Promise<Frame> {
  const pane = await paneFrame(page);
  await button(pane, 'Send later…').click();
  await button(pane, /^Tomorrow morning/).click();
  return pane;
}

/** Connects the mailbox, hands a mail over for tomorrow, and shows the list of what waits. */
export async function handOver(page: Page): Promise<Frame> {
  await connect(page);
  await writeOffer(page);
  await button(await sendLater(page), 'Hand over to Exchange').click();
  await page.locator('.compose').waitFor({ state: 'detached' });
  await openMessage(page, 'Purchase order');
  const list = await openPane(page, 'Open feed');
  await list.getByText('1 mail waits at Exchange').waitFor();
  return list;
}

/** Connects the mailbox and suppresses the address that the offer goes to; `written` tells whether Outlook has heard. */
export async function suppress(page: Page, written: () => boolean): Promise<void> {
  const pane = await connect(page);
  await button(pane, /^Account/).click();
  await button(pane, 'Suppressed addresses').click();
  await button(pane, 'Add an address').click();
  await pane.getByLabel('Address', { exact: true }).fill(offer.to[0] ?? '');
  await pane.getByRole('button', { name: 'Suppress', exact: true }).click();
  await until(written);
}

/** Looks into the mailbox until the pane says this. */
export async function lookUntil(page: Page, words: RegExp): Promise<void> {
  const pane = await paneFrame(page);
  await button(pane, 'Look now').first().click();
  await pane.getByText(words).first().waitFor();
}
