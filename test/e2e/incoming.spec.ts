import { expect } from '@playwright/test';
import { sendMail, writeMail } from '@postrider/sandbox/driver/gmail-page';

import { test } from '../support/e2e.ts';
import { lookUntil } from '../support/time-travel.ts';

const subject = 'Pricing for 2027';

test('a bounce says who, why, the code and what to do', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  const compose = await rep.compose(await rep.openGmail());
  await writeMail(compose, { to: ['j.doe@initech.example'], subject, body: 'Hello' });
  await sendMail(compose);
  const events = await lookUntil(panel, 2);

  const [letter] = sandbox.postOffice.letters();
  expect(
    sandbox.postOffice.delivery(letter?.messageId ?? '', 'j.doe@initech.example'),
  ).toMatchObject({ status: 'bounced' });
  const bounced = events.find(({ kind }) => kind === 'bounced');
  expect(bounced).toMatchObject({
    person: { address: 'j.doe@initech.example' },
    bounce: { category: 'unknown-user', hard: true, status: '5.1.1' },
  });
  expect(`<${bounced?.messageId}>`).toBe(letter?.messageId);
  expect(bounced?.mailId).toBe(events.find(({ kind }) => kind === 'sent')?.mailId);
  const entry = panel.getByRole('button', { name: /j\.doe@initech\.example.* bounced/ });
  await expect(entry).toContainText(/No such mailbox \(.*5\.1\.1\)/);
});

test('a reply and an automatic answer are told apart', async ({ rep, sandbox }) => {
  const panel = await rep.connect();
  const gmail = await rep.openGmail();
  for (const to of ['maya@soylent.example', 'robin@vandelay.example']) {
    const compose = await rep.compose(gmail);
    await writeMail(compose, { to: [to], subject, body: 'Hello' });
    await sendMail(compose);
  }
  const answers = (await lookUntil(panel, 4)).flatMap(({ kind, person, messageId }) =>
    kind === 'sent' ? [] : [{ kind, from: person.address, about: `<${messageId}>` }],
  );
  const about = (recipient: string) =>
    sandbox.postOffice.deliveries().find((delivery) => delivery.recipient === recipient)?.messageId;
  expect(answers).toEqual(
    expect.arrayContaining([
      { kind: 'replied', from: 'maya@soylent.example', about: about('maya@soylent.example') },
      {
        kind: 'auto-replied',
        from: 'robin@vandelay.example',
        about: about('robin@vandelay.example'),
      },
    ]),
  );
  await expect(panel.getByRole('button', { name: /Maya Chen.* replied/ })).toBeVisible();
});

test('hostile names and subjects are shown as text and do nothing', async ({ rep, sandbox }) => {
  const hostile = '<img src=x onerror="document.title=1"><script>1</script> \u202Egnp.exe';
  sandbox.postOffice.behave('eve@hooli.example', {
    kind: 'replies',
    name: '"><img src=x onerror=alert(1)> \u202Eeve',
    text: 'hi',
  });
  const panel = await rep.connect();
  const dialogs: string[] = [];
  panel.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const compose = await rep.compose(await rep.openGmail());
  await writeMail(compose, { to: ['eve@hooli.example'], subject: hostile, body: 'Hello' });
  await sendMail(compose);
  await lookUntil(panel, 2);
  expect(sandbox.postOffice.letters()[0]?.raw.toString()).toMatch(/^Subject: /m);
  await expect(panel.getByText('<img src=x', { exact: false }).first()).toBeVisible();
  expect(await panel.locator('main img, main script').count()).toBe(0);
  expect(await panel.locator('body').innerText()).not.toMatch(/[\u202A-\u202E]/);
  expect(dialogs).toEqual([]);
});
