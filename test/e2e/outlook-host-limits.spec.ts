import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect } from '@playwright/test';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { openOutlook, pressSend, waitUntilSent } from '@postrider/sandbox/driver/outlook-page';
import { startSandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';
import { manifestPath, newMail, office, openProbe, sentBy, test } from '../support/office-test.ts';

test('the library’s own limits hold', async ({ context, sandbox }) => {
  const page = await openOutlook(context);
  await newMail(page);
  const pane = await openProbe(page);
  const refused = /OutOfRange|ArgumentException|limit|length/i;
  expect(await office(pane, 'item.internetHeaders.setAsync', { 'x-a': 'a'.repeat(1000) })).toMatch(
    refused,
  );
  const many = Array.from({ length: 101 }, (_, number) => `a${number}@b.example`);
  expect(await office(pane, 'item.to.setAsync', many)).toMatch(refused);
  const long = { type: 'errorMessage', message: 'x'.repeat(151) };
  expect(await office(pane, 'item.notificationMessages.addAsync', 'long', long)).toMatch(refused);
  expect(await office(pane, 'item.body.setAsync', 'x'.repeat(1_000_001))).toMatch(refused);
  expect(sandbox.outlook.calls.filter(({ frame }) => frame === 'pane')).toEqual([]);
});

test('notifications: one for a key, five at most, gone when taken away', async ({ context }) => {
  const page = await openOutlook(context);
  await newMail(page);
  const pane = await openProbe(page);
  const say = (method: string, key: string, message = key) =>
    office(pane, `item.notificationMessages.${method}`, key, { type: 'errorMessage', message });
  await expect(page.locator('.infobar')).toHaveCount(1);
  expect(await say('addAsync', 'one')).toBeUndefined();
  expect(await say('addAsync', 'one')).toContain('9023');
  await say('replaceAsync', 'one', 'Said anew');
  await expect(page.getByRole('alert').filter({ hasText: 'Said anew' })).toBeVisible();
  for (const key of ['two', 'three', 'four']) await say('addAsync', key);
  expect(await say('addAsync', 'five')).toContain('9025');
  await office(pane, 'item.notificationMessages.removeAsync', 'one');
  await expect(page.locator('.infobar')).toHaveCount(4);
  expect(await office(pane, 'item.notificationMessages.removeAsync', 'one')).toContain('9024');
});

test('a defect does what its issue says', async ({ context, sandbox }) => {
  const { outlook } = sandbox;
  const page = await openOutlook(context);
  outlook.defects.add('mail-merge-loses-handler-changes');
  await pressSend(await newMail(page, 'rewrite'));
  await waitUntilSent(page);
  expect(sentBy(sandbox)).not.toContain('Rewritten');

  outlook.defects.clear();
  outlook.defects.add('send-async-refused-after-attachments');
  await newMail(page, 'Refused');
  const pane = await openProbe(page);
  await office(pane, 'item.getAttachmentsAsync');
  expect(await office(pane, 'item.sendAsync')).toContain('5000');

  outlook.defects.clear();
  outlook.defects.add('send-async-loses-schedule');
  await office(pane, 'item.delayDeliveryTime.setAsync', new Date(Date.now() + 3_600_000));
  outlook.failNext('subject.getAsync', { delayMs: 700 });
  const before = Date.now();
  expect(await office(pane, 'item.subject.getAsync')).toBe('Refused');
  expect(Date.now() - before).toBeGreaterThanOrEqual(690);
  void office(pane, 'item.sendAsync').catch(() => undefined);
  await waitUntilSent(page);
  expect(sentBy(sandbox)).toContain('Subject: Refused');
});

test('a permission that the manifest does not ask for is not given', async ({ probeFolder }) => {
  const folder = mkdtempSync(join(tmpdir(), 'postrider-manifest-'));
  const manifest = join(folder, 'manifest.xml');
  const asked = readFileSync(manifestPath, 'utf8');
  writeFileSync(manifest, asked.replace('>ReadWriteMailbox<', '>ReadItem<'));
  const sandbox = await startSandbox({ outlook: { manifest, addin: probeFolder } });
  const executablePath = findChromium();
  const { context, close } = await openBrowser(chromium, { sandbox, executablePath });
  try {
    const page = await openOutlook(context);
    await newMail(page);
    const pane = await openProbe(page);
    expect(await office(pane, 'item.subject.getAsync')).toBe('Probe');
    expect(await office(pane, 'item.subject.setAsync', 'No')).toMatch(/permission/i);
    expect(await office(pane, 'makeEwsRequestAsync', '<x/>')).toMatch(/permission/i);
  } finally {
    await close();
    await sandbox.close();
    rmSync(folder, { recursive: true });
  }
});
