import { expect } from '@playwright/test';
import { closePane, openPane, smartAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  composeMail,
  fillMail,
  openOutlook,
  openOwnServer,
} from '@postrider/sandbox/driver/outlook-page';

import { test } from '../support/outlook-e2e.ts';
import {
  connect,
  connectedPane,
  eva,
  lookNow,
  named,
  paneOf,
  signInAs,
} from '../support/outlook-pane.ts';

test('a new rep is led to a test mail that the feed shows, and never again', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await paneOf(page);
  await expect(frame.getByRole('heading', { name: /what became of your mail/ })).toBeVisible();
  await connect(frame);
  await expect(frame.getByRole('heading', { name: `${eva} is connected` })).toBeVisible();
  await named(frame, 'Send me a test mail').click();
  await expect(frame.getByText('Your test mail has left')).toBeVisible();
  await expect(frame.getByText(`Sent to ${eva}`).first()).toBeVisible();

  const sent = sandbox.exchange.online.mailbox(eva)?.items('sentitems')[0];
  expect(sent?.raw.toString()).toMatch(/^To: eva@adatum\.example\r$/m);

  const again = await openOutlook(context);
  const second = await paneOf(again);
  await expect(second.getByText(`Sent to ${eva}`).first()).toBeVisible();
  await expect(named(second, 'Skip')).toHaveCount(0);
});

test('the pane reads what Outlook sent and what came back, and opens a mail', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectedPane(page);
  const form = await composeMail(page);
  await fillMail(form, { to: ['nobody@initech.example'], subject: 'Pricing', body: 'Hello' });
  const compose = await openPane(page, 'Open feed');
  await expect(compose.getByRole('switch', { name: 'Follow' })).toBeChecked();
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  const mailbox = sandbox.exchange.online.mailbox(eva);
  await expect.poll(() => mailbox?.items('sentitems')[0]?.raw.toString()).toContain('Pricing');
  expect(mailbox?.items('sentitems')[0]?.raw.toString()).toMatch(
    /^x-postrider-mail: [\w-]{22}\r$/im,
  );
  const reading = await paneOf(page);
  await lookNow(reading);
  await expect(reading.getByText('Sent to nobody@initech.example').first()).toBeVisible();
});

test('without a bridge the rep signs in by a window, and only as the mailbox that is open', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.defects.add('bridge-missing');
  const page = await openOutlook(context);
  const frame = await paneOf(page);
  await signInAs(page, 'Tom Nagy', () => connect(frame));
  await expect(frame.getByText('tom@adatum.example was not connected.')).toBeVisible();
  await expect(frame.getByText(`It is not the mailbox that is open: ${eva}`)).toBeVisible();
  await signInAs(page, 'Eva Brandt', () => named(frame, 'Connect Outlook').click());
  await expect(frame.getByRole('heading', { name: `${eva} is connected` })).toBeVisible();

  // A pane is closed and opened beside every message.
  await closePane(page);
  const again = await openPane(page, 'Open feed');
  await named(again, 'Go to the feed').click();
  await lookNow(again);
  await expect(again.getByRole('button', { name: `Account ${eva}: Connected` })).toBeVisible();
});

test('a permission that was taken back is given again by one click, and nothing is lost', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  sandbox.outlook.signIn = 'interaction-required';
  sandbox.microsoft.revoke(eva);
  await lookNow(frame);
  await expect(frame.getByText('Microsoft asks you to connect again')).toBeVisible();
  await named(frame, 'Reconnect').first().click();
  await expect(frame.getByRole('button', { name: `Account ${eva}: Connected` })).toBeVisible();
});

test.describe('a company that allows one other organisation', () => {
  test.use({ policy: { allowedTenants: ['11112222-3333-4444-8555-666677778888'] } });

  test('connects nobody else', async ({ context }) => {
    const page = await openOutlook(context);
    const frame = await paneOf(page);
    await connect(frame);
    await expect(frame.getByText(/was not connected/)).toBeVisible();
  });
});

test.describe('a policy file with a mistake', () => {
  test.use({ policy: { dailyMessageLimit: 'many' } });

  test('is told, and says where', async ({ context }) => {
    const page = await openOutlook(context);
    const frame = await paneOf(page);
    await expect(frame.getByText('Your company’s policy file cannot be read')).toBeVisible();
    await expect(frame.getByText(/policy.json is wrong at “dailyMessageLimit”/)).toBeVisible();
  });
});

test('a mail in a shared mailbox is left alone, in words', async ({ context }) => {
  const page = await openOutlook(context);
  await connectedPane(page);
  const shared = await openOutlook(context, { open: 'sales@adatum.example' });
  await composeMail(shared);
  const frame = await openPane(shared, 'Open feed');
  await expect(frame.getByText(/It leaves as usual, not in the feed/)).toBeVisible();
  await expect(frame.getByRole('switch', { name: 'Follow' })).toHaveCount(0);
});

test('what stands in a mail is shown as text and never run', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  sandbox.exchange.online
    .mailbox(eva)
    ?.create(
      Buffer.from(
        [
          `From: "${hostile.replaceAll('"', "'")}" <eva@adatum.example>`,
          'To: "<b>Kim</b>" <kim@initech.example>',
          `Subject: ${hostile}`,
          'X-Postrider-Mail: AAECAwQFBgcICQoLDA0ODw',
          '',
          hostile,
        ].join('\r\n'),
      ),
      { folder: 'sentitems' },
    );
  await lookNow(frame);
  await expect(frame.getByText(hostile, { exact: false }).first()).toBeVisible();
  expect(await frame.locator('img, script:not([src])').count()).toBe(0);
  expect(await frame.title()).toBe('Postrider');
});

test('Exchange sends a mail later and lets go of it again', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await connectedPane(page);
  const form = await composeMail(page);
  await fillMail(form, { to: ['kim@initech.example'], subject: 'For Monday', body: 'Hello' });
  const compose = await openPane(page, 'Open feed');
  await named(compose, 'Send later…').click();
  await compose.getByRole('button', { name: /^Tomorrow morning/ }).click();
  await named(compose, 'Hand over to Exchange').click();
  const mailbox = sandbox.exchange.online.mailbox(eva);
  const held = () => mailbox?.items('drafts').filter((item) => item.heldUntil !== null) ?? [];
  await expect.poll(() => held().length).toBe(1);
  expect(held()[0]?.raw.toString()).toContain('Subject: For Monday');

  const reading = await paneOf(page);
  await expect(reading.getByText('1 mail waits at Exchange')).toBeVisible();
  await reading.getByRole('button', { name: 'Cancel “For Monday”' }).click();
  await expect(reading.getByText('Cancelled: it is deleted and does not leave.')).toBeVisible();
  expect(held()).toEqual([]);
  expect(mailbox?.items('sentitems').some(({ raw }) => raw.includes('For Monday'))).toBe(false);
});

test('on a company’s own server nobody signs in', async ({ context, sandbox }) => {
  sandbox.outlook.client = 'on-premises';
  const page = await openOwnServer(context);
  await page.getByRole('region', { name: 'Messages' }).locator('.row').first().click();
  const frame = await openPane(page, 'Open feed');
  await connect(frame);
  await expect(
    frame.getByRole('heading', { name: 'omar@woodgrove.example is connected' }),
  ).toBeVisible();
  await named(frame, 'Send me a test mail').click();
  await expect(frame.getByText('Sent to omar@woodgrove.example').first()).toBeVisible();
  const sent = sandbox.exchange.server.mailbox('omar@woodgrove.example')?.items('sentitems')[0];
  expect(sent?.raw.toString()).toContain('Postrider test mail');
  expect(sandbox.requests.some(({ host }) => host === 'login.microsoftonline.com')).toBe(false);
});

test('two panes on one mailbox show the same, and one of them looks', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  const other = await openOutlook(context);
  const second = await paneOf(other);
  await expect(second.getByRole('button', { name: `Account ${eva}: Connected` })).toBeVisible();
  sandbox.exchange.online
    .mailbox(eva)
    ?.create(
      Buffer.from(
        [
          `From: ${eva}`,
          'To: kim@initech.example',
          'Subject: For both',
          'X-Postrider-Mail: AAECAwQFBgcICQoLDA0ODw',
          '',
          'Hello',
        ].join('\r\n'),
      ),
      { folder: 'sentitems' },
    );
  await lookNow(second);
  await expect(second.getByText('For both')).toBeVisible();
  await expect(frame.getByText('For both')).toBeVisible();
  const opened = context.waitForEvent('page');
  await second.getByText('For both').click();
  await (await opened).waitForURL('https://outlook.office.com/mail/**');
});

test('an address suppressed in the pane is named beside the mail and stopped at Send', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  await frame.getByRole('button', { name: `Account ${eva}: Connected` }).click();
  await named(frame, 'Suppressed addresses').click();
  await named(frame, 'Add an address').click();
  await frame.getByLabel('Address', { exact: true }).fill('kim@initech.example');
  await named(frame, 'Suppress').click();
  await expect(frame.getByText('kim@initech.example').first()).toBeVisible();
  await expect
    .poll(() => sandbox.outlook.roamingOf(eva)['postrider.digest'] ?? '')
    .toMatch(/hashes.{5,}[A-Za-z0-9_-]{7}/);
  expect(sandbox.outlook.roamingOf(eva)['postrider.digest']).not.toContain('kim');

  const again = await openOutlook(context);
  const form = await composeMail(again);
  await fillMail(form, { to: ['kim@initech.example'], subject: 'No', body: 'Hello' });
  const compose = await openPane(again, 'Open feed');
  await expect(compose.getByText('kim@initech.example is suppressed')).toBeVisible();
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(smartAlert(again)).toContainText('kim@initech.example is suppressed');
});

test('each mailbox is connected by itself, and shows nothing of another', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  await named(frame, 'Send me a test mail').click();
  await expect(frame.getByText(`Sent to ${eva}`).first()).toBeVisible();

  const toms = await openOutlook(context, { account: 'tom@adatum.example' });
  await composeMail(toms);
  const second = await openPane(toms, 'Open feed');
  await expect(second.getByRole('heading', { name: 'Connect your mailbox' })).toBeVisible();
  await expect(second.getByText(eva)).toHaveCount(0);
  await named(second, 'Connect Outlook').click();
  await expect(
    second.getByRole('button', { name: 'Account tom@adatum.example: Connected' }),
  ).toBeVisible();
  await expect(second.getByText(`Sent to ${eva}`)).toHaveCount(0);

  await frame.getByRole('button', { name: `Account ${eva}: Connected` }).click();
  await named(frame, 'Disconnect').click();
  await expect(frame.getByRole('heading', { name: 'Connect your mailbox' })).toBeVisible();
  await expect.poll(() => sandbox.outlook.roamingOf(eva)['postrider.digest']).toBe('""');
  await lookNow(second);
  await expect(second.getByText(/Looked at/)).toBeVisible();
});
