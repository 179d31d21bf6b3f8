import { expect, type Page } from '@playwright/test';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { allAblations, without } from '@postrider/sandbox/page-ablations';
import { trafficVariants, withTraffic } from '@postrider/sandbox/page-traffic';
import type { Sandbox } from '@postrider/sandbox/sandbox';

import { test } from '../support/e2e.ts';
import { type Rep, tellWorker } from '../support/rep.ts';
import { restingTabs } from '../support/tab-health.ts';
import { lookLater, settledMs } from '../support/time-travel.ts';
import { feedOf, statusOf } from '../support/worker-words.ts';

type Variant = Parameters<Sandbox['setPageVariant']>[0];

/** So many tabs at once keep one browser busy and each of them in time. */
const atOnce = 12;

/** Sends one mail in a Gmail that has changed in one way, after Postrider has said under its window what it knows. */
async function sendIn(gmail: Page, subject: string): Promise<void> {
  const form = gmail.locator('.M9');
  await gmail.locator('[gh=cm]').click();
  await form.waitFor();
  await gmail
    .locator('[data-postrider-strip], [data-postrider-resting]')
    .first()
    .waitFor({ state: 'attached' });
  const to = gmail.getByRole('combobox', { name: 'To recipients' });
  await to.fill('kim@globex.example');
  await to.press('Enter');
  const field = gmail.getByRole('textbox', { name: 'Subject' });
  await field.fill(subject);
  // By the keyboard: the button, too, is a part that may be another.
  await field.press('ControlOrMeta+Enter');
  await gmail.getByRole('alert').filter({ hasText: 'Message sent' }).waitFor();
}

/** Each change in a tab of its own: what was sent there, what of it is in the feed, and what the tab says of itself. */
async function outcomes(
  rep: Rep,
  sandbox: Sandbox,
  variants: readonly (readonly [name: string, variant: Variant])[],
) {
  const panel = await rep.connect();
  const resting: Record<string, string> = {};
  for (let first = 0; first < variants.length; first += atOnce) {
    const pages: Page[] = [];
    for (const [name, variant] of variants.slice(first, first + atOnce)) {
      sandbox.setPageVariant(variant);
      const gmail = await openGmail(rep.context, 0, `?tab=${name}#inbox`);
      pages.push(gmail);
    }
    await Promise.all(
      pages.map((gmail, at) => sendIn(gmail, `In ${variants[first + at]?.[0] ?? ''}`)),
    );
    // What nobody has told of is known only when those who might have had their time.
    await pages[0]?.waitForTimeout(6000);
    Object.assign(resting, await restingTabs(rep.context));
    await Promise.all(pages.map((gmail) => gmail.close()));
  }
  await lookLater(panel, settledMs);
  await expect.poll(async () => (await feedOf(panel)).length).toBeGreaterThan(0);
  const followed = new Set(
    (await feedOf(panel)).filter(({ kind }) => kind === 'sent').map(({ subject }) => subject),
  );
  const sent = sandbox.google.accounts.get('ana@acme.example')?.messages('SENT') ?? [];
  return variants.map(([name]) => ({
    name,
    left: sent.filter(({ raw }) => raw.includes(`Subject: In ${name}\r\n`)).length,
    followed: followed.has(`In ${name}`),
    resting: resting[name] ?? null,
  }));
}

test('without any one part of the page mail leaves, and the health line tells the truth', async ({
  rep,
  sandbox,
}) => {
  test.setTimeout(300_000);
  const parts = allAblations().map((part) => [part, without(part)] as const);
  const found = await outcomes(rep, sandbox, parts);
  expect(found.filter(({ left }) => left !== 1)).toEqual([]);
  expect(found.filter(({ followed, resting }) => followed === (resting !== null))).toEqual([]);
});

test('with any shape of the traffic changed mail leaves, and the health line tells the truth', async ({
  rep,
  sandbox,
}) => {
  test.setTimeout(200_000);
  const shapes = trafficVariants().map((shape) => [shape, withTraffic(shape)] as const);
  const found = await outcomes(rep, sandbox, shapes);
  expect(found.filter(({ left }) => left !== 1)).toEqual([]);
  expect(found.filter(({ followed, resting }) => followed === (resting !== null))).toEqual([]);
});

test('where neither window nor traffic is known it rests, and the report holds nothing of the mail', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const unknownWindow = without('schedule-send');
  const unknownTraffic = withTraffic('version-bumped');
  sandbox.setPageVariant((html) => unknownTraffic(unknownWindow(html)));
  const gmail = await openGmail(rep.context, 0, '?tab=unknown#inbox');
  await sendIn(gmail, 'Top secret');
  await expect(gmail.locator('[data-postrider-strip]')).toHaveCount(0);
  expect(await restingTabs(rep.context)).toEqual({ unknown: 'compose-not-recognised' });
  expect((await statusOf(panel)).health).toMatchObject({ kind: 'resting' });
  await panel.bringToFront();
  await expect(panel.getByText('this compose window was not recognised')).toBeVisible();
  const report = await tellWorker(panel, 'health-report');
  expect(report).toMatchObject({ value: expect.stringContaining('schedule send: 0') });
  expect(JSON.stringify(report)).not.toMatch(/secret|globex|acme|kim/i);
  await lookLater(panel, settledMs);
  expect(await feedOf(panel)).toEqual([]);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);

  // Reloaded into a Gmail that is known, the tab takes its word back.
  sandbox.setPageVariant((html) => html);
  await gmail.reload();
  await expect.poll(async () => (await statusOf(panel)).health).toEqual({ kind: 'ok' });
  expect(await restingTabs(rep.context)).toEqual({});
});

test('where nobody knows the window it says so, and the traffic alone follows the mail', async ({
  rep,
  sandbox,
}) => {
  sandbox.setPageVariant(without('schedule-send'));
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  const compose = await openCompose(gmail);
  await expect(compose.getByText(/^Postrider is resting/)).toBeVisible({ timeout: 30_000 });
  await writeMail(compose, { to: ['kim@globex.example'], subject: 'Pricing', body: 'Hello' });
  await expect(compose.getByText(/is followed all the same/)).toBeVisible();
  await sendMail(compose);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'Pricing' }]);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
});

test('a mail that is sent before the first strip is followed by the traffic', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const gmail = await rep.context.newPage();
  await gmail.goto('https://mail.google.com/mail/u/0/#inbox');
  const compose = await openCompose(gmail);
  await writeMail(compose, { to: ['kim@globex.example'], subject: 'At once', body: 'Hi' });
  await expect(gmail.locator('[data-postrider-strip]')).toHaveCount(0);
  await sendMail(compose);
  await lookLater(panel, settledMs);
  await expect.poll(() => feedOf(panel)).toMatchObject([{ kind: 'sent', subject: 'At once' }]);
  await expect.poll(() => sandbox.postOffice.letters()).toHaveLength(1);
});
