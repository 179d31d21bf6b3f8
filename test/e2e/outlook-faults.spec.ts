import { expect, type Page } from '@playwright/test';
import { infobar, pressRibbon, smartAlert } from '@postrider/sandbox/driver/outlook-addin';
import {
  answerMail,
  chooseSender,
  composeMail,
  fillMail,
  openMessage,
  openOutlook,
  pressSend,
  waitUntilSent,
} from '@postrider/sandbox/driver/outlook-page';

import { type OutlookSandbox, test } from '../support/outlook-e2e.ts';
import { connectOutlook, openFeed, writeTo } from '../support/outlook-rep.ts';

const eva = 'eva@adatum.example';
const dana = 'dana@initech.example';

/** How many mails with this subject Eva has sent, and whether the newest is marked. */
function sent(sandbox: OutlookSandbox, subject: string) {
  const items = sandbox.exchange.online.mailbox(eva)?.items('sentitems') ?? [];
  const mails = items.filter(({ raw }) => raw.includes(`Subject: ${subject}\r\n`));
  return {
    times: mails.length,
    marks: mails[0]?.raw.toString().match(/^x-postrider-mail:/gim)?.length ?? 0,
  };
}

/** Waits until what the add-in does by itself in a new mail is done. */
async function settled(page: Page, sandbox: OutlookSandbox): Promise<void> {
  await expect(infobar(page, 'In feed')).toBeVisible();
  await expect
    .poll(() => sandbox.outlook.events.filter((one) => 'type' in one).length)
    .toBeGreaterThan(0);
}

for (const defect of [
  'send-handler-fires-again',
  'save-fails-during-send',
  'mail-merge-loses-handler-changes',
  'send-async-refused-after-attachments',
  'send-async-loses-schedule',
  'body-mode-ignored',
  'body-set-in-send-drops-inline-images',
] as const) {
  test(`with "${defect}" a followed mail leaves once, and marked once`, async ({
    context,
    sandbox,
  }) => {
    const page = await openOutlook(context);
    await connectOutlook(page);
    sandbox.outlook.defects.add(defect);
    await writeTo(page, dana, 'Our offer');
    await settled(page, sandbox);
    await pressRibbon(page, 'Track and send');
    await waitUntilSent(page);
    expect(sent(sandbox, 'Our offer')).toEqual({ times: 1, marks: 1 });
  });
}

test('while signing in fails, mail leaves and is followed all the same', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectOutlook(page);
  for (const signIn of ['no-network', 'interaction-required', 'never-answers'] as const) {
    sandbox.outlook.signIn = signIn;
    sandbox.microsoft.expireTokens(eva);
    const form = await writeTo(page, dana, `Sent with ${signIn}`);
    await settled(page, sandbox);
    await pressSend(form);
    await waitUntilSent(page);
    expect(sent(sandbox, `Sent with ${signIn}`)).toEqual({ times: 1, marks: 1 });
  }
});

test('in a mail for somebody else, and in a reply, nothing is lost', async ({
  context,
  sandbox,
}) => {
  const page = await openOutlook(context);
  await connectOutlook(page);
  const onBehalf = await composeMail(page);
  await chooseSender(onBehalf, 'sales@adatum.example');
  await fillMail(onBehalf, { to: [dana], subject: 'From sales', body: 'Hello' });
  await pressSend(onBehalf);
  await waitUntilSent(page);
  expect(sent(sandbox, 'From sales').times).toBe(1);

  await openMessage(page, 'Purchase order 7741');
  const reply = await answerMail(page, 'Reply');
  await settled(page, sandbox);
  await pressSend(reply);
  await waitUntilSent(page);
  expect(sent(sandbox, 'Re: Purchase order 7741')).toEqual({ times: 1, marks: 1 });
  const [newest] = sandbox.exchange.online.mailbox(eva)?.items('sentitems') ?? [];
  expect(newest?.raw.toString()).toContain('our purchase order number');
});

test('in an Outlook too old for events the feed works, and mail leaves', async ({
  context,
  sandbox,
}) => {
  sandbox.outlook.client = 'classic-windows-2021';
  const page = await openOutlook(context);
  await openFeed(page);
  await pressSend(await writeTo(page, dana, 'From 2021'));
  await waitUntilSent(page);
  expect(sent(sandbox, 'From 2021').times).toBe(1);
  await expect(smartAlert(page)).toHaveCount(0);
});
