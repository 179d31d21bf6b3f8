import { expect } from '@playwright/test';
import {
  goOffline,
  goOnline,
  mailMerge,
  plainText,
  scheduleSend,
  turnOnConfidential,
  turnOnEncryption,
} from '@postrider/sandbox/driver/gmail-modes';
import { openCompose, openGmail, sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';
import { openThread } from '@postrider/sandbox/driver/gmail-windows';
import type { Sandbox } from '@postrider/sandbox/sandbox';

import { accountOf, mailsWith, test, textOf } from '../support/gmail-page-test.ts';

const mail = { to: ['kim@globex.example'], subject: 'In a mode', body: 'Secret words' };
const switches = { undoMs: 300 };

/** The mail as its recipient has it, once it is there. */
async function arrived(sandbox: Sandbox, address = 'kim@globex.example'): Promise<string> {
  const inbox = () => mailsWith(accountOf(sandbox, address), 'INBOX', mail.subject);
  await expect.poll(() => inbox().length).toBe(1);
  return textOf(inbox()[0]);
}

for (const scheduledInApi of ['labelled', 'draft'] as const) {
  test.describe(`where the API has a scheduled mail as ${scheduledInApi}`, () => {
    test.use({ sandboxOptions: { switches: { ...switches, scheduledInApi } } });
    const label = scheduledInApi === 'labelled' ? 'SCHEDULED' : 'DRAFT';

    test(`it waits for its time and is sent then (${label})`, async ({ sandbox, context }) => {
      const ana = accountOf(sandbox);
      const compose = await openCompose(await openGmail(context));
      await writeMail(compose, mail);
      const at = Date.now() + 8000;
      await scheduleSend(compose, at);
      expect(mailsWith(ana, label, mail.subject)).toHaveLength(1);
      expect(mailsWith(ana, 'SENT', mail.subject)).toEqual([]);
      await arrived(sandbox);
      expect(Date.now()).toBeGreaterThanOrEqual(at - 1000);
      expect(mailsWith(ana, 'SENT', mail.subject)).toHaveLength(1);
      expect(mailsWith(ana, label, mail.subject)).toEqual([]);
    });

    test(`it can be cancelled, and is a draft again (${label})`, async ({ sandbox, context }) => {
      const ana = accountOf(sandbox);
      const page = await openGmail(context);
      const compose = await openCompose(page);
      await writeMail(compose, mail);
      await scheduleSend(compose, Date.now() + 600_000);
      await page.getByRole('link', { name: 'Scheduled', exact: true }).click();
      await openThread(page, mail.subject);
      await page.getByRole('link', { name: 'Cancel send' }).click();
      await expect(compose.locator('input[name=subjectbox]')).toHaveValue(mail.subject);
      await expect.poll(() => mailsWith(ana, 'DRAFT', mail.subject)).toHaveLength(1);
      expect(mailsWith(ana, 'SCHEDULED', mail.subject)).toEqual([]);
    });
  });
}

test.describe('with offline mail', () => {
  test.use({ sandboxOptions: { switches, settings: { offlineMail: true } } });

  test('what is sent without a line waits in the Outbox', async ({ sandbox, context }) => {
    const ana = accountOf(sandbox);
    const page = await openGmail(context);
    const compose = await openCompose(page);
    await writeMail(compose, mail);
    await goOffline(context);
    await compose.getByRole('button', { name: /^Send/ }).click();
    await expect(page.getByRole('alert')).toContainText('queued');
    expect(mailsWith(ana, 'SENT', mail.subject)).toEqual([]);
    await goOnline(context);
    await arrived(sandbox);
    expect(mailsWith(ana, 'SENT', mail.subject)).toHaveLength(1);
    expect(mailsWith(ana, 'DRAFT', mail.subject)).toEqual([]);
  });
});

test('without offline mail a mail that cannot leave comes back', async ({ sandbox, context }) => {
  const page = await openGmail(context);
  const compose = await openCompose(page);
  await writeMail(compose, mail);
  await goOffline(context);
  await compose.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByRole('alert')).toContainText('could not be sent');
  await expect(compose.locator('input[name=subjectbox]')).toHaveValue(mail.subject);
  await goOnline(context);
  await sendMail(compose);
  expect(mailsWith(accountOf(sandbox), 'SENT', mail.subject)).toHaveLength(1);
});

test('plain text mode sends words and no HTML', async ({ sandbox, context }) => {
  const compose = await openCompose(await openGmail(context));
  await plainText(compose);
  await writeMail(compose, mail);
  await expect(compose.locator('input[name=ishtml]')).toHaveValue('0');
  await sendMail(compose);
  const raw = await arrived(sandbox);
  expect(raw).toContain('Content-Type: text/plain');
  expect(raw).toContain(mail.body);
  expect(raw).not.toContain('text/html');
});

test.describe('from right to left', () => {
  test.use({ sandboxOptions: { switches, settings: { direction: 'rtl' } } });

  test('a mail is written and sent that way', async ({ sandbox, context }) => {
    const compose = await openCompose(await openGmail(context));
    await expect(compose.getByRole('textbox', { name: 'Message Body' })).toHaveCSS(
      'direction',
      'rtl',
    );
    await writeMail(compose, mail);
    await sendMail(compose);
    expect(await arrived(sandbox)).toContain('<div dir="rtl">');
  });
});

test('confidential mode sends a link in the place of the text', async ({ sandbox, context }) => {
  const compose = await openCompose(await openGmail(context));
  await writeMail(compose, mail);
  await turnOnConfidential(compose);
  await expect(compose).toContainText('Content expires');
  await sendMail(compose);
  const raw = await arrived(sandbox);
  expect(raw).not.toContain(mail.body);
  expect(raw).toContain('confidential-mail.google.com');
  expect(textOf(mailsWith(accountOf(sandbox), 'SENT', mail.subject)[0])).toContain(mail.body);
});

for (const messageSecurity of ['client-side', 's/mime'] as const) {
  test.describe(`with ${messageSecurity} encryption`, () => {
    test.use({ sandboxOptions: { switches, settings: { messageSecurity } } });

    test(`nobody on the way can read the mail (${messageSecurity})`, async ({
      sandbox,
      context,
    }) => {
      const page = await openGmail(context);
      const compose = await openCompose(page);
      const key = await compose.locator('input[name=draft]').inputValue();
      await turnOnEncryption(compose);
      await expect(compose).toContainText(/encryption.* is on/i);
      const sameDraft = (await compose.locator('input[name=draft]').inputValue()) === key;
      expect(sameDraft).toBe(messageSecurity === 's/mime');
      await writeMail(compose, mail);
      await sendMail(compose);
      const raw = await arrived(sandbox);
      expect(raw).toContain('application/pkcs7-mime');
      expect(raw).not.toContain(mail.body);
      const sent = textOf(mailsWith(accountOf(sandbox), 'SENT', mail.subject)[0]);
      expect(sent.includes(mail.body)).toBe(messageSecurity === 's/mime');
    });
  });
}

for (const mailMergeInSent of ['one each', 'one'] as const) {
  test.describe(`mail merge, in Sent ${mailMergeInSent}`, () => {
    test.use({
      sandboxOptions: {
        switches: { ...switches, mailMergeInSent },
        settings: { mailMerge: true },
      },
    });

    test(`each recipient gets a mail of their own (${mailMergeInSent})`, async ({
      sandbox,
      context,
    }) => {
      const compose = await openCompose(await openGmail(context));
      await mailMerge(compose);
      const to = ['Kim Lee <kim@globex.example>', 'Dana Reyes <dana@initech.example>'];
      await writeMail(compose, { ...mail, to, body: 'Dear @firstname' });
      await sendMail(compose);
      const kims = await arrived(sandbox);
      expect(kims).toContain('Dear Kim');
      expect(kims).not.toContain('dana@');
      expect(await arrived(sandbox, 'dana@initech.example')).toContain('Dear Dana');
      const sent = mailsWith(accountOf(sandbox), 'SENT', mail.subject);
      expect(sent).toHaveLength(mailMergeInSent === 'one' ? 1 : 2);
    });
  });
}

test.describe('a draft begun on a phone', () => {
  for (const foreignDraftKey of ['web', 'mobile', 'received'] as const) {
    test.describe(foreignDraftKey, () => {
      test.use({ sandboxOptions: { switches: { ...switches, foreignDraftKey } } });

      test(`opens under a name of the kind "${foreignDraftKey}" and is sent`, async ({
        sandbox,
        context,
      }) => {
        const ana = accountOf(sandbox);
        ana.deposit(
          Buffer.from(
            `From: ana@acme.example\r\nTo: kim@globex.example\r\nSubject: ${mail.subject}\r\nMessage-ID: <phone@mail.gmail.com>\r\nContent-Type: text/html\r\n\r\n<p>Begun on the train</p>\r\n`,
          ),
          { labelIds: ['DRAFT'] },
        );
        const page = await openGmail(context, 0, '#drafts');
        await page.getByRole('row', { name: mail.subject }).click();
        const compose = page.getByRole('dialog');
        const forms = { web: '#msg-a:r', mobile: '#msg-a:mmiai-r', received: '#msg-f:' };
        const key = await compose.locator('input[name=draft]').inputValue();
        expect(key.replace(/\d+$/, '')).toBe(forms[foreignDraftKey]);
        const body = compose.getByRole('textbox', { name: 'Message Body' });
        await body.press('Control+End');
        await body.pressSequentially(' and ended at home');
        await expect
          .poll(() => textOf(mailsWith(ana, 'DRAFT', mail.subject)[0]))
          .toContain('ended at home');
        expect(mailsWith(ana, 'DRAFT', mail.subject)).toHaveLength(1);
        await sendMail(compose);
        expect(await arrived(sandbox)).toContain('Begun on the train');
        expect(mailsWith(ana, 'DRAFT', mail.subject)).toEqual([]);
      });
    });
  }
});
