import { expect } from '@playwright/test';
import { infobar, pressRibbon } from '@postrider/sandbox/driver/outlook-addin';
import { openOwnServer, pressSend, waitUntilSent } from '@postrider/sandbox/driver/outlook-page';

import { test } from '../support/outlook-e2e.ts';
import { connectOutlook, openFeed, writeTo } from '../support/outlook-rep.ts';

const omar = 'omar@woodgrove.example';
const nobody = 'j.doe@initech.example';
const oldMail = 'Re: Offer 2214: service contract';

test('on a company’s own server the feed is read over EWS, and nobody asks Microsoft 365', async ({
  context,
  sandbox,
}) => {
  const page = await openOwnServer(context);
  const connected = await connectOutlook(page, oldMail);
  await expect(connected.getByRole('button', { name: `Account ${omar}` })).toBeVisible();

  await pressSend(await writeTo(page, nobody, 'Our offer'));
  await waitUntilSent(page);
  const pane = await openFeed(page, 'Undeliverable');
  await expect(pane.getByText(`${nobody} bounced`, { exact: true })).toBeVisible();
  expect(sandbox.serverEws.log.all().length).toBeGreaterThan(0);
  const asked = sandbox.requests.filter(({ initiator }) => initiator?.includes('addin') === true);
  expect(asked.map(({ host }) => host)).not.toContain('graph.microsoft.com');
  expect(asked.map(({ host }) => host)).not.toContain('login.microsoftonline.com');
});

test('where Outlook is too old to mark a mail, the add-in says so and the mail leaves as usual', async ({
  context,
  sandbox,
}) => {
  const page = await openOwnServer(context);
  const form = await writeTo(page, 'dana@initech.example', 'Our offer');
  await pressRibbon(page, 'Track and send');
  await expect(infobar(page, 'not in the feed')).toBeVisible();
  await pressSend(form);
  await waitUntilSent(page);
  const [sent] = sandbox.exchange.server.mailbox(omar)?.items('sentitems') ?? [];
  expect(sent?.raw.toString()).toContain('Subject: Our offer');
  expect(sent?.raw.toString()).not.toMatch(/^x-postrider/im);
});
