import { expect } from '@playwright/test';
import { closePane, openPane } from '@postrider/sandbox/driver/outlook-addin';
import {
  composeMail,
  fillMail,
  openOutlook,
  openOwnServer,
} from '@postrider/sandbox/driver/outlook-page';

import { test } from '../support/outlook-e2e.ts';
import { connect, connectedPane, eva, lookNow, named, paneOf } from '../support/outlook-pane.ts';

test('outside Outlook the page says where it lives', async ({ context }) => {
  const page = await context.newPage();
  await page.goto('https://addin.postrider.example/taskpane.html');
  await expect(page.getByRole('heading', { name: 'Postrider lives in Outlook' })).toBeVisible();
});

test('where nothing can be stored, the pane says so', async ({ context }) => {
  await context.addInitScript(() => {
    Reflect.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  const frame = await paneOf(await openOutlook(context));
  await expect(
    frame.getByRole('heading', { name: 'This browser stores nothing for Postrider' }),
  ).toBeVisible();
});

test('the pane shows what is stored while Microsoft is not to be reached, and catches up', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  const frame = await connectedPane(page);
  sandbox.exchange.online
    .mailbox(eva)
    ?.create(
      Buffer.from(
        `From: ${eva}\r\nTo: kim@initech.example\r\nSubject: Known\r\nX-Postrider-Mail: AAECAwQFBgcICQoLDA0ODw\r\n\r\nHello`,
      ),
      { folder: 'sentitems' },
    );
  await lookNow(frame);
  await expect(frame.getByText('Known')).toBeVisible();

  sandbox.microsoft.faults.next({ response: 'drop', times: 50 });
  const again = await paneOf(await openOutlook(context));
  await expect(again.getByText('Known')).toBeVisible();
  await expect(again.getByText(/You are offline|did not answer/).first()).toBeVisible();
  sandbox.microsoft.faults.clear();
  await lookNow(again);
  await expect(again.getByRole('button', { name: `Account ${eva}: Connected` })).toBeVisible();
});

test('an Outlook whose bridge never answers signs in by a window', async ({ context, sandbox }) => {
  sandbox.outlook.signIn = 'never-answers';
  const page = await openOutlook(context);
  const frame = await paneOf(page);
  const opened = context.waitForEvent('page');
  await connect(frame);
  await frame.getByRole('button', { name: 'Allow' }).click();
  await (await opened).getByRole('button', { name: 'Eva Brandt' }).click();
  await expect(frame.getByRole('heading', { name: `${eva} is connected` })).toBeVisible();
});

test('a closed sign-in window changes nothing', async ({ context, sandbox }) => {
  sandbox.outlook.defects.add('bridge-missing');
  const frame = await paneOf(await openOutlook(context));
  const opened = context.waitForEvent('page');
  await connect(frame);
  await frame.getByRole('button', { name: 'Allow' }).click();
  await (await opened).close();
  await expect(frame.getByText('Connecting was cancelled. Nothing was changed.')).toBeVisible();
});

test('an old Outlook says what it cannot do where the rep looks for it', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.client = 'on-premises';
  const page = await openOwnServer(context);
  await page.getByRole('region', { name: 'Messages' }).locator('.row').first().click();
  const frame = await openPane(page, 'Open feed');
  await connect(frame);
  await named(frame, 'Go to the feed').click();
  const form = await composeMail(page);
  await fillMail(form, { to: ['kim@initech.example'], subject: 'Later', body: 'Hello' });
  const compose = await openPane(page, 'Open feed');
  await expect(compose.getByText(/This Outlook cannot mark a mail/)).toBeVisible();
  await expect(
    compose.getByText(/does not check the recipients when you press Send/),
  ).toBeVisible();
  await named(compose, 'Send later…').click();
  await named(compose, 'Hand over to Exchange').click();
  const mailbox = sandbox.exchange.server.mailbox('omar@woodgrove.example');
  await expect
    .poll(() => mailbox?.items().filter((item) => item.heldUntil !== null).length)
    .toBe(1);
});

test('an event looks into the mailbox with no pane open', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await connectedPane(page);
  await closePane(page);
  const { requests } = sandbox;
  const looks = () => requests.filter(({ host }) => host === 'graph.microsoft.com').length;
  const before = looks();
  await composeMail(page);
  await expect.poll(looks).toBeGreaterThan(before);
  await expect
    .poll(() => sandbox.outlook.events.filter(({ kind }) => kind === 'launch'))
    .toMatchObject([{ type: 'OnNewMessageCompose', outcome: 'completed' }]);
});
