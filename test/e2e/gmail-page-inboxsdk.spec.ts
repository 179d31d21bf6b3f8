import { rm } from 'node:fs/promises';

import { chromium, expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';
import { openDelegated } from '@postrider/sandbox/driver/gmail-accounts';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import {
  forward,
  fullScreen,
  minimise,
  openThread,
  popOut,
  popOutReply,
} from '@postrider/sandbox/driver/gmail-windows';
import type { SandboxBrowser } from '@postrider/sandbox/driver/open-browser';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { allAblations, without } from '@postrider/sandbox/page-ablations';
import { trafficVariants, withTraffic } from '@postrider/sandbox/page-traffic';
import type { Sandbox } from '@postrider/sandbox/sandbox';
import { startSandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';
import { buildProbe } from '../support/inboxsdk-probe/build-probe.ts';

type Probed = { readonly sandbox: Sandbox; readonly context: SandboxBrowser['context'] };

const test = base.extend<{ probed: Probed }>({
  probed: async ({}, use) => {
    const extension = await buildProbe();
    const sandbox = await startSandbox({ switches: { undoMs: 300 } });
    const executablePath = findChromium();
    const browser = await openBrowser(chromium, { sandbox, executablePath, extension });
    await extensionWorker(browser.context);
    await use({ sandbox, context: browser.context });
    await browser.close();
    await sandbox.close();
    await rm(extension, { recursive: true });
  },
});

const mail = { to: ['kim@globex.example'], subject: 'Probe', body: 'Hello' };

/** What InboxSDK has reported under a word, in order. */
function reported(page: Page, word: string): Promise<readonly unknown[]> {
  return page.evaluate((wanted) => {
    const noted: [string, unknown][] = JSON.parse(
      document.documentElement.dataset['probe'] ?? '[]',
    );
    return noted.filter(([said]) => said === wanted).map(([, value]) => value);
  }, word);
}

test('InboxSDK follows a mail from its window to Sent', async ({
  probed: { sandbox, context },
}) => {
  const page = await openGmail(context);
  const compose = await openCompose(page);
  await expect.poll(() => reported(page, 'compose')).toEqual([{ inline: false }]);
  expect(await reported(page, 'loaded')).toEqual(['ana@acme.example']);
  await expect(compose).toContainText('Probe');

  const ana = sandbox.google.accounts.get('ana@acme.example');
  await writeMail(compose, mail);
  await expect.poll(() => reported(page, 'draftSaved')).not.toEqual([]);
  await sendMail(compose);
  await expect.poll(() => reported(page, 'sent')).toHaveLength(1);
  const newest = ana?.messages('SENT')[0];
  expect(await reported(page, 'sent')).toEqual([{ id: newest?.id, threadId: newest?.threadId }]);
  expect(newest?.raw.toString()).toContain('<!--probe-->');
});

test('InboxSDK finds an answer below its message', async ({ probed: { context } }) => {
  const page = await openGmail(context);
  await expect.poll(() => reported(page, 'loaded')).not.toEqual([]);
  await page.getByRole('row', { name: 'A question about your pricing page' }).click();
  await page.getByRole('link', { name: 'Reply', exact: true }).click();
  await expect.poll(() => reported(page, 'compose')).toEqual([{ inline: true }]);
});

test('InboxSDK finds reply all, forward and a reply that was popped out', async ({
  probed: { context },
}) => {
  const page = await openGmail(context);
  await expect.poll(() => reported(page, 'loaded')).not.toEqual([]);
  await openThread(page, 'A question about your pricing page');
  const form = await forward(page);
  await expect.poll(() => reported(page, 'compose')).toEqual([{ inline: true }]);
  await popOutReply(form);
  await expect.poll(() => reported(page, 'compose')).toEqual([{ inline: true }, { inline: false }]);
});

test('InboxSDK finds several windows, minimised and on the full screen', async ({
  probed: { sandbox, context },
}) => {
  const page = await openGmail(context);
  const first = await openCompose(page);
  await expect.poll(() => reported(page, 'compose')).toHaveLength(1);
  await minimise(first);
  const second = await openCompose(page);
  await expect.poll(() => reported(page, 'compose')).toHaveLength(2);
  await writeMail(second, mail);
  await fullScreen(second);
  await sendMail(page.locator('.aSt [role=dialog]'));
  await expect.poll(() => reported(page, 'sent')).toHaveLength(1);
  const newest = sandbox.google.accounts.get('ana@acme.example')?.messages('SENT')[0];
  expect(newest?.raw.toString()).toContain('<!--probe-->');
});

test('InboxSDK stays away from a window of its own, and the mail leaves', async ({
  probed: { sandbox, context },
}) => {
  const page = await openGmail(context);
  const compose = await openCompose(page);
  await writeMail(compose, mail);
  const alone = await popOut(compose);
  expect(await reported(alone, 'loaded')).toEqual([]);
  await sendMail(alone.getByRole('dialog'));
  const newest = sandbox.google.accounts.get('ana@acme.example')?.messages('SENT')[0];
  expect(newest?.raw.toString()).toContain(`Subject: ${mail.subject}`);
  expect(newest?.raw.toString()).not.toContain('<!--probe-->');
});

test('in a delegated mailbox InboxSDK finds the window and never hears of the send', async ({
  probed: { sandbox, context },
}) => {
  const page = await openDelegated(context, 'sales@acme.example');
  await expect.poll(() => reported(page, 'loaded')).toEqual(['sales@acme.example']);
  const compose = await openCompose(page);
  await expect.poll(() => reported(page, 'compose')).toHaveLength(1);
  await writeMail(compose, mail);
  await sendMail(compose);
  // Its pattern for the traffic (/sync/u/N/i/s) knows no /d/…; the mail leaves all the same.
  expect(await reported(page, 'sent')).toEqual([]);
  const sales = sandbox.google.accounts.get('sales@acme.example');
  expect(sales?.messages('SENT')).toHaveLength(1);
});

test('rows of the list have no gap before the name, beside InboxSDK’s own style', async ({
  probed: { context },
}) => {
  const page = await openGmail(context);
  await expect.poll(() => reported(page, 'loaded')).not.toEqual([]);
  const row = page.getByRole('row').first();
  const star = await row.locator('.apU').boundingBox();
  const name = await row.locator('.yW').boundingBox();
  expect((name?.x ?? 0) - ((star?.x ?? 0) + (star?.width ?? 0))).toBeLessThan(24);
});

const perBrowser = 8;
const attachWithinMs = 4000;

/** The list in pieces that one test goes through in one browser. */
function pieces<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(list.length / perBrowser) }, (_, piece) =>
    list.slice(piece * perBrowser, (piece + 1) * perBrowser),
  );
}

// Where InboxSDK cannot attach it never reports; then the mail is sent all the same.
async function mayReport(page: Page, word: string): Promise<void> {
  await expect
    .poll(() => reported(page, word), { timeout: attachWithinMs })
    .not.toEqual([])
    .catch(() => {});
}

/** Writes and sends a mail beside InboxSDK, with as little help of the page's markup as can be, in a tab of its own. */
async function sendIn(context: BrowserContext, subject: string): Promise<void> {
  const page = await openGmail(context);
  await mayReport(page, 'loaded');
  await page.locator('[gh=cm]').click();
  await mayReport(page, 'compose');
  const to = page.getByRole('combobox', { name: 'To recipients' });
  await to.fill('kim@globex.example');
  await to.press('Enter');
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await page.locator('.aoO').click();
  await page.getByRole('alert').filter({ hasText: 'Message sent' }).waitFor();
  await page.close();
}

for (const [piece, parts] of pieces(allAblations()).entries()) {
  test(`without any one part of it the page still sends (${piece + 1})`, async ({ probed }) => {
    test.slow();
    const { sandbox, context } = probed;
    const ana = sandbox.google.accounts.get('ana@acme.example');
    for (const part of parts) {
      sandbox.setPageVariant(without(part));
      await sendIn(context, `Without ${part}`);
      expect(ana?.messages('SENT')[0]?.raw.toString(), part).toContain(`Without ${part}`);
    }
  });
}

for (const [piece, variants] of pieces(trafficVariants()).entries()) {
  test(`in any shape of its traffic the page still sends (${piece + 1})`, async ({ probed }) => {
    test.slow();
    const { sandbox, context } = probed;
    const ana = sandbox.google.accounts.get('ana@acme.example');
    for (const variant of variants) {
      sandbox.setPageVariant(withTraffic(variant));
      await sendIn(context, `In ${variant}`);
      expect(ana?.messages('SENT')[0]?.raw.toString(), variant).toContain(`In ${variant}`);
    }
  });
}
