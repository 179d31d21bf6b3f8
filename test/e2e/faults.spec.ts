import { type BrowserContext, expect, type Page } from '@playwright/test';
import { extensionWorker, giveConsent, stopWorkers } from '@postrider/sandbox/driver/extension';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import type { Sandbox } from '@postrider/sandbox/sandbox';

import { largestReport } from '../support/delivery-report.ts';
import { test } from '../support/e2e.ts';
import { type Rep, startRep, tellWorker } from '../support/rep.ts';
import { keepRequests, strayHosts } from '../support/requests-of-run.ts';
import { lookLater, lookUntil } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const hourMs = 3_600_000;
const bouncing = 'j.doe@initech.example';
const replying = 'maya@soylent.example';

async function send(rep: Rep, gmail: Page, to: string): Promise<void> {
  const compose = await rep.compose(gmail);
  await writeMail(compose, { to: [to], subject: `Pricing for ${to}`, body: 'Hello' });
  await sendMail(compose);
}

/** Gmail in a browser window of its own, which Playwright alone does not open. */
async function openWindow(context: BrowserContext): Promise<Page> {
  const [first] = context.pages();
  if (first === undefined) throw new Error('The browser has no page.');
  const session = await context.newCDPSession(first);
  const opened = context.waitForEvent('page');
  const url = 'https://mail.google.com/mail/u/0/#inbox';
  await session.send('Target.createTarget', { url, newWindow: true });
  const gmail = await opened;
  await gmail.locator('[role=main] [gh=tm]').waitFor();
  return gmail;
}

/** What a feed tells, whatever the order. */
async function toldTo(panel: Page): Promise<readonly string[]> {
  const feed = await feedOf(panel);
  return feed.map(({ kind, person }) => `${kind} ${person.address}`).toSorted();
}

const callsOf = ({ requests }: Sandbox) =>
  requests.filter(({ host }) => host === 'gmail.googleapis.com').length;

test('two windows and two machines on one account: each tells everything once', async ({
  rep,
  sandbox,
}) => {
  const there = await startRep(sandbox);
  const [panel, panelThere] = await Promise.all([rep.connect(), there.connect()]);
  const [one, other] = [await rep.openGmail(), await openWindow(rep.context)];
  await send(rep, one, bouncing);
  await send(rep, other, replying);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(2);

  const here = await lookUntil(panel, 4);
  const told = await lookUntil(panelThere, 2);
  expect(await toldTo(panel)).toEqual([
    `bounced ${bouncing}`,
    `replied ${replying}`,
    `sent ${bouncing}`,
    `sent ${replying}`,
  ]);
  const incoming = here.filter(({ kind }) => kind !== 'sent').map(({ id }) => id);
  expect(told.map(({ id }) => id).toSorted()).toEqual(incoming.toSorted());
  for (const at of [panel, panelThere]) await tellWorker(at, 'look-now');
  expect([(await feedOf(panel)).length, (await feedOf(panelThere)).length]).toEqual([4, 2]);

  await there.close();
  keepRequests({ byProgram: there.asked, atSandbox: [] });
  expect(strayHosts({ byProgram: there.asked, atSandbox: [] })).toEqual([]);
});

test('an hour offline is made up for, and said while it lasts', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  await send(rep, await rep.openGmail(), replying);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  await rep.context.setOffline(true);
  const before = callsOf(sandbox);
  await lookLater(panel, hourMs);
  await expect(panel.getByText('You are offline')).toBeVisible();
  expect(callsOf(sandbox)).toBe(before);
  await rep.context.setOffline(false);
  await lookUntil(panel, 2);
  expect(await toldTo(panel)).toEqual([`replied ${replying}`, `sent ${replying}`]);
  await expect(panel.getByText('You are offline')).toBeHidden();
});

/** From now on the running worker can store nothing. Chromium's own limit for tests does not reach extensions. */
async function fillDisk(rep: Rep): Promise<void> {
  const worker = await extensionWorker(rep.context);
  await worker.evaluate(() => {
    for (const name of ['put', 'add'] as const) {
      IDBObjectStore.prototype[name] = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
    }
  });
}

test('a full disk is said, mail leaves all the same, and nothing is lost', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const compose = await rep.compose(await rep.openGmail());
  await writeMail(compose, { to: [bouncing], subject: 'Pricing', body: 'Hello' });
  await fillDisk(rep);
  await tellWorker(panel, 'look-now');
  await expect(panel.getByText('No room left on this computer')).toBeVisible();
  await sendMail(compose);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  await expect(panel.getByText('No room left on this computer')).toBeVisible();

  // A new worker finds room again.
  await stopWorkers(panel);
  await lookUntil(panel, 2);
  expect(await toldTo(panel)).toEqual([`bounced ${bouncing}`, `sent ${bouncing}`]);
  await expect(panel.getByText('No room left on this computer')).toBeHidden();
});

test('a database deleted under the worker: said, connected anew, and read back', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  await send(rep, gmail, bouncing);
  const before = await lookUntil(panel, 2);
  await panel.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('postrider').addEventListener('success', resolve);
      }),
  );
  await expect(panel.getByText('storage was emptied')).toBeVisible();
  expect((await statusOf(panel)).connection).toEqual({ kind: 'not-connected' });
  const button = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@acme.example', () => button.click());
  const bounce = before.find(({ kind }) => kind === 'bounced');
  await expect.poll(async () => (await feedOf(panel)).map(({ id }) => id)).toEqual([bounce?.id]);
  await send(rep, gmail, replying);
  await lookUntil(panel, 3);
  expect(sandbox.postOffice.letters()).toHaveLength(2);
});

test('a report of 35 MB is told like any other, and the worker lives on', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await send(rep, await rep.openGmail(), 'kim@globex.example');
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  const worker = await extensionWorker(rep.context);
  const ana = sandbox.google.accounts.get('ana@acme.example');
  const [sent] = ana?.messages('SENT') ?? [];
  const raw = largestReport({
    messageId: sent?.messageId ?? '',
    recipient: 'kim@globex.example',
  });
  ana?.deposit(raw, { labelIds: ['INBOX'], ...(sent ? { threadId: sent.threadId } : {}) });
  await lookUntil(panel, 2);
  expect(await toldTo(panel)).toEqual(['bounced kim@globex.example', 'sent kim@globex.example']);
  expect(rep.context.serviceWorkers()).toContain(worker);
});
