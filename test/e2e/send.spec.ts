import { expect } from '@playwright/test';
import { stopWorkers } from '@postrider/sandbox/driver/extension';
import { sendMail, undoSend, writeMail } from '@postrider/sandbox/driver/gmail-page';
import type { Sandbox } from '@postrider/sandbox/sandbox';

import { test } from '../support/e2e.ts';
import { holdSyncAnswers } from '../support/hold-answer.ts';
import { stripOf } from '../support/rep.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

const mail = { to: ['kim@globex.example'], subject: 'Pricing for 2027', body: 'Hello Kim' };

/** What the sandbox's Sent holds of the rep. */
function sentOf(sandbox: Sandbox) {
  return sandbox.google.accounts.get('ana@acme.example')?.messages('SENT') ?? [];
}

test('a mail that left is in the feed, under its Message-ID on the wire', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, { ...mail, cc: ['dana@initech.example'] });
  await sendMail(compose);
  await panel.bringToFront();
  await expect(panel.getByText('Leaving: Gmail can still undo')).toBeVisible();
  await expect.poll(() => feedOf(panel), { timeout: 90_000 }).toHaveLength(1);

  const [sent] = sentOf(sandbox);
  const [event] = await feedOf(panel);
  expect(event).toMatchObject({
    kind: 'sent',
    evidenceId: sent?.id,
    threadId: sent?.threadId,
    subject: mail.subject,
    recipients: [{ address: 'kim@globex.example' }, { address: 'dana@initech.example' }],
  });
  expect(`<${event?.messageId}>`).toBe(sent?.messageId);
  expect(sandbox.postOffice.delivery(sent?.messageId ?? '', 'kim@globex.example')).toMatchObject({
    status: 'delivered',
  });
  await expect(panel.getByRole('button', { name: /^Sent to/ })).toBeVisible();
});

for (const sentDuringUndo of ['shown', 'hidden'] as const) {
  test.describe(`where Gmail's API has a mail ${sentDuringUndo} while Undo is open`, () => {
    test.use({ sandboxOptions: { switches: { sentDuringUndo, undoMs: 20_000 } } });

    test('Undo leaves nothing, and the next send counts once', async ({ rep, sandbox }) => {
      const panel = await rep.connect();
      const gmail = await rep.openGmail();
      const compose = await rep.compose(gmail);
      await writeMail(compose, mail);
      await sendMail(compose);
      await expect.poll(async () => (await statusOf(panel)).leaving).toHaveLength(1);
      const reopened = await undoSend(gmail);
      await expect(stripOf(reopened)).toBeVisible();
      await expect.poll(async () => (await statusOf(panel)).leaving).toEqual([]);
      expect(sentOf(sandbox)).toEqual([]);

      await lookLater(panel, settledMs);
      expect(await feedOf(panel)).toEqual([]);

      sandbox.switches.undoMs = 1000;
      await sendMail(reopened);
      await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
      await expect.poll(async () => (await statusOf(panel)).leaving).toHaveLength(1);
      await lookLater(panel, settledMs);
      await expect.poll(() => feedOf(panel)).toHaveLength(1);
      expect(sentOf(sandbox).map(({ messageId }) => messageId)).toEqual([
        `<${(await feedOf(panel))[0]?.messageId}>`,
      ]);
    });
  });
}

test('a mail that was switched off leaves no entry; its bounce does, marked so', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await stripOf(compose).getByRole('switch').click();
  await writeMail(compose, { ...mail, to: ['j.doe@initech.example'] });
  await sendMail(compose);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
  expect((await feedOf(panel)).map(({ kind, mailId }) => [kind, mailId])).toEqual([
    ['bounced', null],
  ]);
  await expect(panel.getByText('not followed')).toBeVisible();
});

test('a worker that is killed between the send and its answer loses nothing', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  // The page learns Gmail's answer when the worker that heard of the departure is gone.
  let kills = 0;
  await holdSyncAnswers(gmail, async () => {
    if (sentOf(sandbox).length === 0) return;
    await expect.poll(async () => (await statusOf(panel)).leaving).toHaveLength(1);
    await stopWorkers(panel);
    kills += 1;
  });
  await sendMail(compose);
  expect(kills).toBe(1);
  await expect
    .poll(async () => (await statusOf(panel)).leaving[0]?.mailboxMessageId)
    .toBe(sentOf(sandbox)[0]?.id);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
  expect(`<${(await feedOf(panel))[0]?.messageId}>`).toBe(sentOf(sandbox)[0]?.messageId);
});

test('where the tab is closed before Gmail has answered, Sent itself tells what left', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await rep.compose(gmail);
  await writeMail(compose, mail);
  await holdSyncAnswers(gmail, () =>
    sentOf(sandbox).length === 0 ? Promise.resolve() : new Promise(() => undefined),
  );
  await compose.getByRole('button', { name: /^Send/ }).click();
  await expect.poll(() => sentOf(sandbox)).toHaveLength(1);
  await expect.poll(async () => (await statusOf(panel)).leaving).toHaveLength(1);
  await gmail.close();
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toHaveLength(1);
  const [event] = await feedOf(panel);
  expect(event?.mailId).not.toBeNull();
  expect(`<${event?.messageId}>`).toBe(sentOf(sandbox)[0]?.messageId);
});
