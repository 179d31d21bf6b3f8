import { describe, expect, it } from 'vitest';

import { headerOf, headersOf, rawHeader } from '../mail/headers.ts';
import { allParts, mimeTree, textOf } from '../mail/mime-tree.ts';
import type { ExchangeLimitForm } from './exchange/own/sender-limit.ts';
import { forgedNotice } from './forgeries/forged-notice.ts';
import { testCompanies } from './test-companies.ts';

const HOUR_MS = 3_600_000;
const carla = 'carla@customer.example';

const only = <Entry>(list: readonly Entry[]): Entry => {
  const [entry, ...others] = list;
  if (entry === undefined || others.length > 0) throw new Error(`${list.length} instead of one`);
  return entry;
};

const statusPart = (raw: Buffer): string =>
  allParts(mimeTree(raw))
    .find(({ mimeType }) => mimeType === 'message/delivery-status')
    ?.content.toString() ?? '';

const plain = (raw: Buffer): string => {
  const part = allParts(mimeTree(raw)).find(({ mimeType }) => mimeType === 'text/plain');
  return part ? textOf(part) : '';
};

const proof = (raw: Buffer): readonly (readonly string[])[] =>
  headersOf(raw)
    .filter(({ name }) => /^X-MS-Exchange-Organization-Auth(?:As|Mechanism)$/.test(name))
    .map(({ value }) => [value]);

describe('in all directions', () => {
  it('from Exchange to Gmail, to another Exchange and to a colleague', async () => {
    const world = testCompanies();
    const To = `ana@acme.example, lena@proseware.example, omar@woodgrove.example, ${carla}`;
    const sent = await world.send(world.eva, {
      To,
      Cc: 'tom@adatum.example',
      Bcc: world.eva.address,
    });
    expect(
      world.office.deliveries().map(({ recipient, status }) => `${recipient} ${status}`),
    ).toEqual([
      'ana@acme.example delivered',
      'lena@proseware.example delivered',
      'omar@woodgrove.example delivered',
      `${carla} accepted`,
      'tom@adatum.example delivered',
      'eva@adatum.example delivered',
    ]);
    const atGmail = only(world.ana.messages('INBOX'));
    expect(atGmail.messageId).toBe(sent.messageId);
    expect(rawHeader(atGmail.raw, 'Authentication-Results')).toMatch(
      /^mx\.google\.com;.*dkim=pass header\.i=@adatum\.example.*dmarc=pass/,
    );
    const copies = [world.lena, world.omar, world.tom].map((box) => only(box.items('inbox')));
    for (const { raw, messageId } of copies) {
      expect(messageId).toBe(sent.messageId);
      expect(rawHeader(raw, 'Bcc')).toBeUndefined();
    }
    expect(copies.map(({ raw }) => rawHeader(raw, 'X-MS-Exchange-Organization-AuthAs'))).toEqual([
      'Anonymous',
      'Anonymous',
      'Internal',
    ]);
    // Exchange keeps a mail to oneself twice, and a rep who sent it finds both in one conversation.
    expect(only(world.eva.items('inbox')).conversationId).toBe(sent.conversationId);
    expect(only(world.eva.items('sentitems')).id).toBe(sent.id);
  });

  it('from Gmail to Exchange Online with its results, and to a server that has none', async () => {
    const world = testCompanies();
    await world.sendFromGmail({ To: 'lena@proseware.example, omar@woodgrove.example' });
    const { raw } = only(world.lena.items('inbox'));
    const results = rawHeader(raw, 'Authentication-Results');
    expect(results).toBe(
      'spf=pass (sender IP is 192.0.2.41) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100',
    );
    expect(rawHeader(raw, 'X-Forefront-Antispam-Report')).toContain('DIR:INB');
    const atServer = only(world.omar.items('inbox')).raw;
    expect(rawHeader(atServer, 'Authentication-Results')).toBeUndefined();
    expect(rawHeader(atServer, 'X-MS-Exchange-Organization-AuthAs')).toBe('Anonymous');
  });

  it('answers come back into the conversation, and so do those of machines', async () => {
    const world = testCompanies();
    world.office.behave('lena@proseware.example', { kind: 'replies', text: 'Yes' });
    world.office.behave('tom@adatum.example', { kind: 'out-of-office', text: 'Away' });
    const sent = await world.send(world.eva, { To: 'lena@proseware.example, tom@adatum.example' });
    await world.office.settle();
    const inbox = world.eva.items('inbox');
    expect(inbox.map(({ messageClass }) => messageClass).toSorted()).toEqual([
      'IPM.Note',
      'IPM.Note.Rules.OofTemplate.Microsoft',
    ]);
    expect(new Set(inbox.map(({ conversationId }) => conversationId))).toEqual(
      new Set([sent.conversationId]),
    );
    expect(world.lena.items('sentitems')).toHaveLength(1);
    expect(world.tom.items('sentitems')).toEqual([]);
    const letter = world.office.letters()[0];
    if (!letter) throw new Error('Nothing was sent');
    await world.office.reply(carla, letter, 'From outside');
    await world.office.complain(carla, letter);
    expect(world.eva.items('inbox')).toHaveLength(4);
  });
});

describe("Exchange's own notices", () => {
  it.each([
    ['nobody@adatum.example', 'unknown-user', '5.1.10', undefined],
    [
      'nobody@proseware.example',
      'unknown-user',
      '5.4.1',
      'proseware-example.mail.protection.outlook.com',
    ],
    ['nobody@woodgrove.example', 'unknown-user', '5.1.10', 'mail.woodgrove.example'],
    ['nobody@acme.example', 'unknown-user', '5.1.1', 'mx.acme.example'],
    [carla, 'mailbox-full', '5.2.2', 'mx.customer.example'],
    [carla, 'blocked-by-policy', '5.7.26', 'mx.customer.example'],
    [carla, 'blocked-as-spam', '5.7.1', 'mx.customer.example'],
  ] as const)('%s: %s is told with %s', async (To, kind, status, remote) => {
    const world = testCompanies();
    if (To === carla) world.office.behave(carla, { kind });
    const sent = await world.send(world.eva, { To });
    const notice = only(world.eva.items('inbox'));
    expect(notice.messageClass).toBe('REPORT.IPM.Note.NDR');
    expect(notice.conversationId).toBe(sent.conversationId);
    expect(headerOf(notice.raw, 'Subject')).toBe('Undeliverable: Offer');
    expect(rawHeader(notice.raw, 'From')).toBe(
      'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@adatum.example>',
    );
    expect(rawHeader(notice.raw, 'X-MS-Exchange-Message-Is-Ndr')).toBe('');
    expect(statusPart(notice.raw)).toContain(`Final-Recipient: rfc822;${To}`);
    expect(statusPart(notice.raw)).toContain(`Status: ${status}`);
    expect(/^Remote-MTA: dns;(.*?)\r?$/m.exec(statusPart(notice.raw))?.[1]).toBe(remote);
    expect(plain(notice.raw)).toContain(`Your message to ${To} couldn't be delivered.`);
    expect(plain(notice.raw)).toContain('Office 365');
    expect(world.office.delivery(sent.messageId, To)).toMatchObject({
      status: 'bounced',
      notice: { by: 'exchange-online', status, messageId: notice.messageId },
    });
  });

  it("a server's are plain, and know their own users", async () => {
    const world = testCompanies({ author: 'postmaster' });
    await world.send(world.omar, { To: 'nobody@woodgrove.example' });
    const { raw, messageClass } = only(world.omar.items('inbox'));
    expect(messageClass).toBe('REPORT.IPM.Note.NDR');
    expect(rawHeader(raw, 'From')).toBe('postmaster@woodgrove.example');
    expect(rawHeader(raw, 'X-MS-Exchange-Message-Is-Ndr')).toBeUndefined();
    expect(plain(raw)).toContain('Generating server: mail.woodgrove.example');
    expect(plain(raw)).toContain("Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound");
    expect(plain(raw)).not.toContain('Office 365');
  });

  it('a delay has a class of its own, then comes the end', async () => {
    const world = testCompanies();
    world.office.behave(carla, { kind: 'delayed-then-failed' });
    await world.send(world.eva, { To: carla });
    await world.office.advance(4 * HOUR_MS);
    const warning = only(world.eva.items('inbox'));
    expect(warning.messageClass).toBe('REPORT.IPM.Note.Delayed.DR');
    expect(headerOf(warning.raw, 'Subject')).toBe('Delivery delayed: Offer');
    expect(statusPart(warning.raw)).toContain('Will-Retry-Until: Tue, 24 Nov 2026 09:00:00 +0000');
    await world.office.advance(20 * HOUR_MS);
    const classes = world.eva.items('inbox').map(({ messageClass }) => messageClass);
    expect(classes).toContain('REPORT.IPM.Note.NDR');
    expect(world.office.deliveries().map(({ status }) => status)).toEqual([
      'waiting',
      'delayed',
      'bounced',
    ]);
  });

  it.each([
    ['recipients', '5.1.90'],
    ['submission-quota', '5.2.2'],
    ['tenant', '5.7.233'],
    ['trial-tenant', '5.7.232'],
    ['onmicrosoft', '5.7.236'],
    ['blocked', '5.1.8'],
    ['banned', '5.7.501'],
  ] as const satisfies readonly (readonly [ExchangeLimitForm, string])[])(
    "the sender's own limit %s stops exactly that mail",
    async (form, status) => {
      const world = testCompanies();
      world.office.limitSender(world.eva.address, true, form);
      const sent = await world.send(world.eva, { To: 'ana@acme.example, tom@adatum.example' });
      const told = world.office.deliveries().map((line) => line.status);
      const forOthersOnly = ['tenant', 'trial-tenant', 'onmicrosoft'].includes(form);
      expect(told).toEqual([
        'stopped-by-sender-limit',
        forOthersOnly ? 'delivered' : 'stopped-by-sender-limit',
      ]);
      expect(only(world.eva.items('sentitems')).id).toBe(sent.id);
      expect(world.ana.messages('INBOX')).toEqual([]);
      const [notice] = world.eva.items('inbox');
      expect(notice && statusPart(notice.raw)).toContain(`Status: ${status}`);
      expect(notice && statusPart(notice.raw)).not.toContain('Remote-MTA');
      world.office.limitSender(world.eva.address, false);
      await world.send(world.eva, { To: 'ana@acme.example' });
      expect(world.ana.messages('INBOX')).toHaveLength(1);
    },
  );

  it('Gmail writes to its own, whatever the recipient has', async () => {
    const world = testCompanies();
    await world.sendFromGmail({ To: 'nobody@proseware.example' });
    const { raw } = only(world.ana.messages('INBOX'));
    expect(rawHeader(raw, 'From')).toContain('mailer-daemon@googlemail.com');
    expect(statusPart(raw)).toContain('550 5.4.1 Recipient address rejected');
    expect(statusPart(raw)).toContain('proseware-example.mail.protection.outlook.com');
  });
});

describe('who wrote it', () => {
  it.each(['exchange-online', 'exchange-server'] as const)(
    'a notice of the own %s is Internal; one of the other company is Anonymous with results',
    async (kind) => {
      const world = testCompanies();
      const sender = kind === 'exchange-online' ? world.eva : world.omar;
      world.office.behave(carla, { kind: 'unknown-user' });
      await world.send(sender, { To: carla });
      const own = only(sender.items('inbox'));
      expect(proof(own.raw)).toEqual([['Internal'], ['05']]);
      expect(rawHeader(own.raw, 'Authentication-Results')).toBeUndefined();
      world.office.behave(carla, { kind: 'exchange-online', refusal: 'unknown-user' });
      await world.send(sender, { To: carla });
      const other = sender.items('inbox').find(({ id }) => id !== own.id);
      expect(other?.messageClass).toBe('REPORT.IPM.Note.NDR');
      expect(other && proof(other.raw)).toEqual([['Anonymous']]);
      expect(other && statusPart(other.raw)).toContain(
        `Received-From-MTA: dns;mail${kind === 'exchange-online' ? '-am0pr01cu001.outbound' : '.woodgrove'}.`,
      );
      expect(other && (rawHeader(other.raw, 'Authentication-Results') ?? 'none')).toContain(
        kind === 'exchange-online' ? 'dmarc=pass action=none header.from=customer.example' : 'none',
      );
    },
  );

  it.each([
    ['removed', ['spf=pass (sender IP is 192.0.2.41)']],
    ['kept', ['spf=pass (sender IP is 192.0.2.41)', 'spf=pass']],
  ] as const)(
    'a forger has every mark but what the border guards; results %s',
    async (forgedResults, starts) => {
      const world = testCompanies();
      const sent = await world.send(world.eva, { To: carla });
      const letter = { raw: sent.raw, messageId: sent.messageId };
      const forged = await forgedNotice({
        letter,
        recipient: carla,
        sender: world.eva.address,
        style: 'exchange-online',
        author: 'MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@adatum.example',
        at: 0,
      });
      const marks = Buffer.from(
        'X-MS-Exchange-Organization-AuthAs: Internal\r\nX-MS-Exchange-Organization-AuthMechanism: 05\r\nAuthentication-Results: spf=pass; dmarc=pass action=none header.from=adatum.example\r\n',
      );
      const got = world.office.outsider(Buffer.concat([marks, forged]), {
        to: world.eva.address,
        from: 'mallory@outsider.example',
        authentication: 'pass',
        forgedResults,
      });
      expect(proof(got.raw)).toEqual([['Anonymous']]);
      const results = headersOf(got.raw).filter(({ name }) => name === 'Authentication-Results');
      expect(results.map(({ value }) => value.split(/ smtp|;/)[0])).toEqual(starts);
      expect(results[0]?.value).toContain('dmarc=fail action=none header.from=adatum.example');
      const item = world.eva.items('inbox').find(({ id }) => id === got.id);
      expect(item).toMatchObject({
        messageClass: 'REPORT.IPM.Note.NDR',
        conversationId: sent.conversationId,
      });
    },
  );

  it('what comes from outside may stay a plain note, and may land in Junk', async () => {
    const world = testCompanies({ reportsFromOutside: 'plain note' });
    world.office.behave(carla, { kind: 'exchange-online', refusal: 'mailbox-full' });
    await world.send(world.eva, { To: carla });
    expect(only(world.eva.items('inbox')).messageClass).toBe('IPM.Note');
    world.office.outsider(Buffer.from('From: x@outsider.example\r\n\r\nHi\r\n'), {
      to: 'E.Brandt@adatum.example',
      from: 'x@outsider.example',
      authentication: 'none',
      folder: 'SPAM',
    });
    const { raw } = only(world.eva.items('junkemail'));
    expect(rawHeader(raw, 'Authentication-Results')).toContain('dmarc=none');
  });
});
