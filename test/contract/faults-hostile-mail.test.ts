import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import { expect, test } from 'vitest';

import { deliveryReport, largestReport } from '../support/delivery-report.ts';
import { openWatchedAcme } from './support/watched-acme.ts';

/** A fetch on which everything that is read of the answers is counted. */
function countingFetch(fetch: typeof globalThis.fetch) {
  const read = { bytes: 0 };
  const counting: typeof globalThis.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const whole = new Uint8Array(await answer.arrayBuffer());
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= whole.length) return controller.close();
        const chunk = whole.subarray(at, at + 65_536);
        at += chunk.length;
        read.bytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
  return { read, counting };
}

/** Ana's mail to somebody who is gone, and the notice about it, not yet in her mailbox. */
async function sentToNobody() {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  const report = { messageId: sent.messageId, recipient: 'kim@initech.example' };
  return { acme, sent, report };
}

test('of a report of 35 MB only the beginning is fetched, and it is told like any other', async () => {
  const { acme, sent, report } = await sentToNobody();
  acme.ana.deposit(largestReport(report), { labelIds: ['INBOX'], threadId: sent.threadId });
  const { clock, wait, tokens } = acme;
  const { read, counting } = countingFetch(acme.fetch);
  acme.restart({ mailbox: createGmailMailbox({ fetch: counting, tokens, clock, wait }) });
  expect((await acme.look()).news).toMatchObject([
    { kind: 'bounced', bounce: { category: 'unknown-user', hard: true } },
  ]);
  expect(read.bytes).toBeLessThan(2_000_000);
});

test('an ordinary mail of 35 MB costs its headers alone', async () => {
  const { acme } = await sentToNobody();
  const raw = Buffer.alloc(36_700_160, 'A');
  raw.write('From: kim@initech.example\r\nSubject: Film\r\nTo: ana@acme.example\r\n\r\n');
  acme.ana.deposit(raw, { labelIds: ['INBOX'] });
  const { clock, wait, tokens } = acme;
  const { read, counting } = countingFetch(acme.fetch);
  acme.restart({ mailbox: createGmailMailbox({ fetch: counting, tokens, clock, wait }) });
  expect((await acme.look()).kind).toBe('looked');
  expect(read.bytes).toBeLessThan(50_000);
});

test.each([
  ['Latin-1', 'latin1'],
  ['UTF-8', 'utf8'],
] as const)('8-bit headers in %s hold up nothing, and harm no name', async (_name, encoding) => {
  const { acme, sent, report } = await sentToNobody();
  const headers = [Buffer.from('X-Grund: Empfänger unbekannt', encoding).toString('latin1')];
  const notice = Buffer.from(`${deliveryReport({ ...report, headers })}--b--\r\n`, 'latin1');
  acme.ana.deposit(notice, { labelIds: ['INBOX'], threadId: sent.threadId });
  const reply = [
    'From: Käthe Müller <kaethe@initech.example>',
    'Subject: Re: Prüfung',
    `In-Reply-To: ${sent.messageId}`,
    '',
    'Grüße',
  ].join('\r\n');
  acme.ana.deposit(Buffer.from(reply, encoding), { labelIds: ['INBOX'] });
  const { kind, news } = await acme.look();
  expect(kind).toBe('looked');
  expect(news.map((event) => [event.kind, event.person.address])).toEqual([
    ['bounced', 'kim@initech.example'],
    ['replied', 'kaethe@initech.example'],
  ]);
  const name = encoding === 'utf8' ? 'Käthe Müller' : 'K\uFFFDthe M\uFFFDller';
  expect(news[1]?.person.name).toBe(name);
});
