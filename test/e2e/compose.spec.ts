import { expect } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';
import { writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf } from '../support/rep.ts';

const mail = { to: ['kim@globex.example'], subject: 'Pricing for 2027', body: 'Hello Kim' };

test('the strip stands under the editor, switched on', async ({ rep }) => {
  await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  const strip = stripOf(compose);
  await expect(strip.getByRole('switch', { name: 'Follow' })).toBeChecked();
  await expect(strip.getByRole('status')).toHaveText(/^In feed/);
  const editor = await compose.getByRole('textbox', { name: 'Message Body' }).boundingBox();
  const place = await strip.boundingBox();
  expect(place?.y).toBeGreaterThanOrEqual((editor?.y ?? 0) + (editor?.height ?? 0));
});

test('the switch is remembered with its draft, over a reload', async ({ rep, sandbox }) => {
  await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await stripOf(compose).getByRole('switch').click();
  await writeMail(compose, mail);
  const drafts = () => sandbox.google.accounts.get('ana@acme.example')?.messages('DRAFT') ?? [];
  await expect
    .poll(() => drafts().map((draft) => draft.raw.toString()))
    .toEqual([expect.stringContaining('Hello Kim')]);

  await gmail.goto('https://mail.google.com/mail/u/0/#drafts');
  await gmail.reload();
  await gmail.getByText(mail.subject).click();
  const reopened = gmail.locator('[role=dialog]');
  await expect(stripOf(reopened).getByRole('switch')).not.toBeChecked();
  await expect(stripOf(reopened).getByRole('status')).toHaveText(/^Not in feed/);

  const other = await rep.compose(gmail);
  await expect(stripOf(other).getByRole('switch')).toBeChecked();
});

test('without a connection it says so, with the way to the panel', async ({ rep }) => {
  const gmail = await rep.openGmail();
  const strip = stripOf(await rep.compose(gmail));
  await expect(strip.getByRole('status')).toContainText('Postrider is not set up yet');
  await expect(strip.getByRole('switch')).toBeHidden();
  await strip.getByRole('button', { name: 'Open Postrider' }).click();
  const worker = await extensionWorker(rep.context);
  await expect
    .poll(() => worker.evaluate(() => chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })))
    .toMatchObject([{ documentUrl: expect.stringContaining('/side-panel/index.html') }]);
});

test('in the mailbox of another account it names the one that is followed', async ({ rep }) => {
  await rep.connect();
  const gmail = await rep.openGmail(1);
  const strip = stripOf(await rep.compose(gmail));
  await expect(strip.getByRole('status')).toContainText('ana@acme.example');
});

test('hears at once that the mailbox was connected', async ({ rep }) => {
  const gmail = await rep.openGmail();
  const strip = stripOf(await rep.compose(gmail));
  await expect(strip.getByRole('switch')).toBeHidden();
  await rep.connect();
  await expect(strip.getByRole('switch')).toBeChecked();
});
