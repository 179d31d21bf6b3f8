import { expect } from '@playwright/test';
import { extensionWorker, giveConsent } from '@postrider/sandbox/driver/extension';

import { test } from '../support/e2e.ts';
import { oauthClient, tellWorker } from '../support/rep.ts';
import { feedOf } from '../support/worker-words.ts';

test('a new rep is led to a test mail that the feed shows, and never again', async ({
  rep,
  sandbox,
}) => {
  const worker = await extensionWorker(rep.context);
  await worker.evaluate(() => chrome.storage.local.remove('firstRunEnded'));
  const panel = await rep.openPanel();
  await tellWorker(panel, 'save-client', oauthClient);
  await expect(panel.getByRole('heading', { name: /what became of your mail/ })).toBeFocused();
  await panel.getByRole('button', { name: 'Continue' }).click();
  await panel.getByRole('button', { name: 'Continue' }).click();
  const connect = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@acme.example', () => connect.click());
  await panel.getByRole('button', { name: 'Send me a test mail' }).click();
  await expect(panel.getByText('Your test mail has left')).toBeVisible();
  await expect(panel.getByText('Leaving: your test mail')).toBeVisible();

  const ana = sandbox.google.accounts.get('ana@acme.example');
  const sent = ana?.messages('SENT') ?? [];
  expect(sent).toHaveLength(1);
  expect(sent[0]?.raw.toString()).toMatch(/^To: ana@acme\.example\r$/m);
  await expect(panel.getByText('Sent to ana@acme.example')).toBeVisible({ timeout: 60_000 });
  expect(await feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Postrider test mail' }]);

  const again = await rep.openPanel();
  await expect(again.getByText('Sent to ana@acme.example')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Skip' })).toHaveCount(0);
});

test('skipped, it is not shown again', async ({ rep }) => {
  const worker = await extensionWorker(rep.context);
  await worker.evaluate(() => chrome.storage.local.remove('firstRunEnded'));
  const panel = await rep.openPanel();
  await panel.getByRole('button', { name: 'Skip' }).click();
  await expect(panel.getByText("Your company's Google client is not set")).toBeVisible();
  await panel.reload();
  await expect(panel.getByText("Your company's Google client is not set")).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Skip' })).toHaveCount(0);
});
