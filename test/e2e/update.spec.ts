import { expect } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { stripOf, tellWorker } from '../support/rep.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const mail = { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' };

test('an update waits while a mail is leaving; the tab from before asks for a reload', async ({
  rep,
  sandbox,
}) => {
  sandbox.switches.undoMs = 20_000;
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await sendMail(compose);
  await expect.poll(async () => (await statusOf(panel)).leaving).toHaveLength(1);

  const worker = await extensionWorker(rep.context);
  await worker.evaluate(() => {
    const event = chrome.runtime.onUpdateAvailable;
    const dispatch: unknown = Reflect.get(event, 'dispatch');
    if (typeof dispatch === 'function') Reflect.apply(dispatch, event, [{ version: '99.0.0' }]);
  });
  await expect
    .poll(() => worker.evaluate(() => chrome.storage.session.get('updateWaiting')))
    .toEqual({ updateWaiting: true });
  expect((await statusOf(panel)).leaving).toHaveLength(1);
  expect(await feedOf(panel)).toEqual([]);

  // Undo is over and the mail is seen in Sent: now it may be taken, and the worker of before ends.
  const second = await rep.compose(gmail);
  const ended = new Promise<void>((resolve) => {
    worker.on('close', () => resolve());
  });
  await worker.evaluate((ahead) => {
    const before = Date.now;
    Date.now = () => before() + ahead;
  }, 46_000);
  await panel
    .evaluate(() => chrome.runtime.sendMessage({ postrider: 1, kind: 'look-now', request: {} }))
    .catch(() => undefined);
  await worker
    .evaluate(() => chrome.alarms.create('look-at', { when: Date.now() }))
    .catch(() => undefined);
  await ended;
  await gmail.bringToFront();
  await expect(stripOf(second).getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('where a newer version wrote the data, panel and strip say so and nothing is touched', async ({
  rep,
}) => {
  const panel = await rep.connect();
  await tellWorker(panel, 'suppress', { address: 'jo@globex.example', why: '' });
  const write = () =>
    panel.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('postrider', 99);
          opening.addEventListener('success', () => {
            const { version } = opening.result;
            opening.result.close();
            resolve(version);
          });
          opening.addEventListener('error', () => reject(opening.error));
        }),
    );
  expect(await write()).toBe(99);
  await panel.reload();
  await expect(panel.getByText('A newer Postrider wrote what is stored here')).toBeVisible();
  await expect(panel.getByRole('button', { name: /Connect/ })).toHaveCount(0);
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await expect(stripOf(compose).getByRole('status')).toContainText('A newer Postrider');
  await writeMail(compose, mail);
  await sendMail(compose);
  expect(await write()).toBe(99);
});
