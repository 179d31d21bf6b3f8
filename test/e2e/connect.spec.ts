import { expect } from '@playwright/test';
import { giveConsent, openExtensionPage } from '@postrider/sandbox/driver/extension';

import { test } from '../support/e2e.ts';
import { oauthClient } from '../support/rep.ts';
import { statusOf } from '../support/worker-words.ts';

test('with a client typed by hand the rep connects and sees which account it is', async ({
  rep,
  sandbox,
}) => {
  const settings = await openExtensionPage(rep.context, rep.extensionId, 'options/index.html');
  await settings.getByRole('textbox', { name: 'Client ID' }).fill(` ${oauthClient.id} `);
  await settings.getByLabel('Client secret').fill(oauthClient.secret);
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByText('Saved')).toBeVisible();
  expect(await settings.content()).not.toContain(oauthClient.secret);

  const panel = await rep.openPanel();
  const button = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@acme.example', () => button.click());
  await expect(panel.getByRole('button', { name: /ana@acme\.example/ })).toBeVisible();
  await expect(panel.getByText('Looked at')).toBeVisible();
  const asked = sandbox.requests.filter(({ host }) => host === 'oauth2.googleapis.com');
  expect(asked.map(({ path, status }) => [path, status])).toContainEqual(['/token', 200]);
});

test('consent that is closed changes nothing', async ({ rep }) => {
  const panel = await rep.connect();
  await panel.getByRole('button', { name: /ana@acme\.example/ }).click();
  await panel.getByRole('button', { name: 'Disconnect' }).click();
  const opened = rep.context.waitForEvent('page');
  await panel.getByRole('button', { name: 'Connect Gmail' }).click();
  await (await opened).close();
  await expect(panel.getByText('Connecting was cancelled. Nothing was changed.')).toBeVisible();
  expect((await statusOf(panel)).connection).toEqual({ kind: 'not-connected' });
});

test('a second account is never connected silently', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  sandbox.google.revoke('ana@acme.example');
  await panel.getByRole('button', { name: 'Look now' }).first().click();
  await expect(panel.getByText('Google asks you to connect again')).toBeVisible();
  const reconnect = panel.getByRole('button', { name: 'Reconnect' });
  await giveConsent(rep.context, 'ben@acme.example', () => reconnect.click());
  await expect(panel.getByText(/ben@acme\.example.* was not connected/)).toBeVisible();
  expect((await statusOf(panel)).connection).toEqual({
    kind: 'reconnect-needed',
    account: 'ana@acme.example',
  });

  await giveConsent(rep.context, 'ana@acme.example', () => reconnect.click());
  await expect
    .poll(async () => (await statusOf(panel)).connection)
    .toEqual({ kind: 'connected', account: 'ana@acme.example' });
});

test('a token that runs out is renewed without a word', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  sandbox.google.expireTokens('ana@acme.example');
  const before = (await statusOf(panel)).lookedAt ?? 0;
  await panel.getByRole('button', { name: 'Look now' }).first().click();
  await expect.poll(async () => (await statusOf(panel)).lookedAt ?? 0).toBeGreaterThan(before);
  expect((await statusOf(panel)).problem).toBeNull();
});
