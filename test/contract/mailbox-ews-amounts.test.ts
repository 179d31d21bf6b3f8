import type { EwsReply } from '@postrider/shared/adapters/ews/ews-reply';
import { describe, expect, test } from 'vitest';

import { begin, ewsOpener, fromKim, value, type Between } from './support/open-ews.ts';

const opened = ewsOpener();

const tooLarge: EwsReply = {
  kind: 'failed',
  code: 9020,
  message: 'Response exceeds 1 MB size limit. Please modify your EWS request.',
};

/** As an old client on Windows, which lets 1 MB through, or less for a test. */
const smallDoor =
  (most: number, refusal: EwsReply = tooLarge): Between =>
  (ask) =>
  async (soap) => {
    const reply = await ask(soap);
    return reply.kind === 'answer' && reply.text.length > most ? refusal : reply;
  };

describe('answers too large for Outlook', () => {
  test('are asked for in smaller pieces, and still told oldest first', async () => {
    const { mailbox, omar, clock } = opened({}, smallDoor(60_000));
    omar.addFolder('Customers');
    let cursor = await begin(mailbox);
    const expected = Array.from({ length: 200 }, (_, no) => {
      clock.pass(1000);
      const raw = fromKim(`${no}`, [`X-Long: ${'x'.repeat(2000)}`]);
      return omar.create(raw, { folder: no % 50 === 49 ? 'inbox' : 'Customers' }).receivedAt;
    });
    const seen: number[] = [];
    for (let more = true; more;) {
      const changes = value(await mailbox.changes(cursor));
      expect(changes.unread).toEqual([]);
      seen.push(...changes.appeared.map(({ receivedAt }) => receivedAt));
      ({ cursor, more } = changes);
    }
    expect(seen).toEqual(expected);
  });

  test.each<[string, EwsReply]>([
    ['are told', tooLarge],
    ['are never given', { kind: 'unanswered' }],
  ])('of a whole message, where they %s: its headers and its text', async (_name, refusal) => {
    const { mailbox, omar } = opened({}, smallDoor(200_000, refusal));
    const raw = Buffer.from(
      [
        'From: postmaster@woodgrove.example',
        'Subject: Undeliverable: Offer',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        "Your message to kim@initech.example couldn't be delivered.",
        '--b',
        'Content-Type: application/octet-stream',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.alloc(300_000).toString('base64'),
        '--b--',
        '',
      ].join('\r\n'),
    );
    const cursor = await begin(mailbox);
    omar.create(raw, { folder: 'inbox' });
    const [message] = value(await mailbox.changes(cursor)).appeared;
    if (message === undefined) throw new Error('none');
    const text = new TextDecoder().decode(value(await mailbox.raw(message.id)) ?? undefined);
    expect(text).toContain('Subject: Undeliverable: Offer\r\n');
    expect(text).toContain('Content-Type: text/plain; charset=utf-8\r\n');
    expect(text).not.toContain('boundary');
    expect(text).toContain("couldn't be delivered");
    expect(text.length).toBeLessThan(10_000);
  });
});

describe('what it costs', () => {
  test('a look at an idle mailbox is one request, and two more every ten minutes', async () => {
    const { mailbox, server, clock, omar } = opened();
    for (let no = 0; no < 40; no += 1) omar.addFolder(`Customer ${no}`);
    let cursor = await begin(mailbox);
    server.log.clear();
    for (let minute = 0; minute < 60; minute += 1) {
      clock.pass(60_000);
      ({ cursor } = value(await mailbox.changes(cursor)));
    }
    expect(server.log.count()).toBeLessThanOrEqual(60 + 2 * 7);
  });

  test('1,000 messages are caught up with in 40 requests, each answer below 1 MB', async () => {
    const { mailbox, server, clock, omar } = opened();
    let cursor = await begin(mailbox);
    for (let no = 0; no < 1000; no += 1) {
      clock.pass(10_000);
      omar.create(fromKim(`${no}`, [`X-Long: ${'x'.repeat(6000)}`]), { folder: 'inbox' });
    }
    server.log.clear();
    let count = 0;
    for (let more = true; more;) {
      const changes = value(await mailbox.changes(cursor));
      count += changes.appeared.length;
      ({ cursor, more } = changes);
    }
    expect(count).toBe(1000);
    expect(server.log.count()).toBeLessThanOrEqual(40);
    expect(Math.max(...server.log.all().map(({ bytes }) => bytes))).toBeLessThan(1_000_000);
    expect(cursor.length).toBeLessThan(10_000);
  });
});
