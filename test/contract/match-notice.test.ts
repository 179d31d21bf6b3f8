import { expect, test } from 'vitest';

import { letterOf, listed, openPanelAcme, readAnew } from './support/panel-acme.ts';

const ana = 'ana@acme.example';
const kim = 'kim@initech.example';

/** Two mails went to Kim with the same subject, and her server bounces one of them without saying which. */
async function unclearBounce() {
  const acme = await openPanelAcme();
  const first = await acme.sendAndSettle({ to: kim });
  const second = await acme.sendAndSettle({ to: kim });
  const raw = [
    'From: postmaster@initech.example',
    'To: ana@acme.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <n1@initech.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.initech.example',
    '',
    `Final-Recipient: rfc822; ${kim}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${kim}>: User unknown`,
    '',
    '--b--',
    '',
  ].join('\r\n');
  acme.postOffice.outsider(Buffer.from(raw), {
    to: ana,
    from: '',
    host: 'initech.example',
    authentication: 'pass',
  });
  await acme.look();
  return { acme, first, second };
}

test('a notice that fits two mails alike waits for a person, with both to choose from', async () => {
  const { acme } = await unclearBounce();
  expect(await acme.kinds()).toEqual(['sent', 'sent']);
  expect((await acme.backend.status()).unmatched).toBe(1);
  const [notice] = await acme.backend.unmatched();
  expect(notice).toMatchObject({
    kind: 'bounce',
    people: [kim],
    category: 'unknown-user',
    matched: null,
    candidates: [{ sent: { kind: 'sent' } }, { sent: { kind: 'sent' } }],
  });
  expect(notice?.candidates.every((one) => one.confidence < 0.7)).toBe(true);
});

test('matched by hand it counts like any other, and taken back it leaves nothing behind', async () => {
  const { acme, first } = await unclearBounce();
  const [notice] = await acme.backend.unmatched();
  const right = notice?.candidates.find(
    ({ sent }) => `<${sent.messageId ?? ''}>` === first.messageId,
  );
  if (!notice || !right) throw new Error('no candidate');

  expect(await acme.backend.matchNotice(notice.id, right.sent.id)).toEqual({ kind: 'matched' });
  const bounce = (await acme.feed()).find((event) => event.kind === 'bounced');
  expect(bounce).toMatchObject({ mailId: right.sent.mailId, evidenceId: notice.id });
  const suppressedBy = await listed(acme);
  expect((await acme.backend.status()).unmatched).toBe(0);
  expect(await acme.backend.unmatched()).toMatchObject([
    { matched: { sentEventId: right.sent.id } },
  ]);

  await acme.backend.unmatchNotice(notice.id);
  expect(await acme.kinds()).toEqual(['sent', 'sent']);
  expect(await listed(acme)).toEqual({ suppressed: [], onHold: [] });
  expect((await acme.backend.status()).unmatched).toBe(1);

  await acme.backend.matchNotice(notice.id, right.sent.id);
  expect(await listed(acme)).toEqual(suppressedBy);
  expect(suppressedBy.suppressed).toEqual([kim]);
});

test('what a person matched holds when the mailbox is read anew', async () => {
  const { acme } = await unclearBounce();
  const [notice] = await acme.backend.unmatched();
  const [candidate] = notice?.candidates ?? [];
  if (!notice || !candidate) throw new Error('no candidate');
  await acme.backend.matchNotice(notice.id, candidate.sent.id);
  const before = await acme.feed();
  await readAnew(acme);
  expect(await acme.feed()).toEqual(before);
  expect((await acme.backend.status()).unmatched).toBe(0);
});

test('dismissed, it is gone for good', async () => {
  const { acme } = await unclearBounce();
  const [notice] = await acme.backend.unmatched();
  if (!notice) throw new Error('nothing waits');
  await acme.backend.dismissNotice(notice.id);
  await readAnew(acme);
  expect(await acme.backend.unmatched()).toEqual([]);
  expect(await acme.kinds()).toEqual(['sent', 'sent']);
});

test('a notice or a mail that is not there any more cannot be matched', async () => {
  const { acme, first } = await unclearBounce();
  const [notice] = await acme.backend.unmatched();
  if (!notice) throw new Error('nothing waits');
  await acme.stores.events.clear(acme.parts.account);
  const sent = notice.candidates[0]?.sent.id;
  expect(sent && (await acme.backend.matchNotice(notice.id, sent))).toEqual({ kind: 'gone' });
  expect(letterOf(acme, first).messageId).toBe(first.messageId);
});
