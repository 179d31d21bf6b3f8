import type { MailEvent } from '@postrider/shared/domain/analytics/event';
import { afterEach, describe, expect, test } from 'vitest';

import { subjects } from './support/mailbox-subjects.ts';
import { openWatched, type Watched } from './support/watched.ts';

/*
 * What the rep reads in the feed, over every mailbox: the same words for the same fate, whichever provider wrote the
 * notice. What only Gmail does (Undo, a page that tells of a send) is in watch-sent and watch-incoming.
 */

const kim = 'kim@initech.example';
const lou = 'lou@initech.example';
const opened: Watched[] = [];

afterEach(() => {
  for (const rep of opened.splice(0)) rep.close();
});

const bouncesOf = (feed: readonly MailEvent[]) => feed.filter((event) => event.kind === 'bounced');

describe.each(subjects)('the feed of a mailbox at %s', (_name, openSubject) => {
  async function watched(): Promise<Watched> {
    const rep = await openWatched(openSubject());
    opened.push(rep);
    await rep.look();
    return rep;
  }

  test('tells that a mail left, once, and under the names it left with', async () => {
    const rep = await watched();
    const sent = await rep.sendAndSettle();
    await rep.look();
    expect(await rep.feed()).toMatchObject([
      {
        kind: 'sent',
        evidenceId: sent.id,
        threadId: sent.threadId,
        messageId: sent.messageId,
        mailId: sent.mailId,
        person: { address: kim, name: 'Kim Lee' },
        subject: 'Pricing',
      },
    ]);
  });

  test('tells nothing of a mail that is not followed', async () => {
    const rep = await watched();
    await rep.sendAndSettle({ follow: false });
    expect(await rep.feed()).toEqual([]);
  });

  test('tells a reply with who, and about which mail', async () => {
    const rep = await watched();
    const sent = await rep.sendAndSettle();
    await rep.postOffice.reply(kim, rep.letterOf(sent), 'Yes.');
    expect((await rep.look()).news).toMatchObject([
      {
        kind: 'replied',
        mailId: sent.mailId,
        messageId: sent.messageId,
        person: { address: kim },
        recipientNo: 0,
        subject: 'Pricing',
      },
    ]);
    expect((await rep.look()).news).toEqual([]);
  });

  test.each(['junk', 'trash', 'elsewhere'] as const)('finds a reply in %s', async (place) => {
    const rep = await watched();
    const sent = await rep.sendAndSettle();
    const headers = [`From: ${kim}`, 'Subject: Re: Pricing', `In-Reply-To: <${sent.messageId}>`];
    rep.receive(headers, { place });
    expect((await rep.look()).news).toMatchObject([{ kind: 'replied', mailId: sent.mailId }]);
  });

  test('does not take an out-of-office for a person', async () => {
    const rep = await watched();
    rep.postOffice.behave(kim, { kind: 'out-of-office', text: 'Back on Monday.' });
    await rep.sendAndSettle();
    await rep.look();
    expect(await rep.kinds()).toEqual(['auto-replied', 'sent']);
  });

  test.each([
    ['unknown-user', 'unknown-user', true],
    ['mailbox-full', 'mailbox-full', false],
    ['blocked-as-spam', 'blocked-spam', false],
    ['blocked-by-policy', 'blocked-policy', false],
  ] as const)('calls %s by its name, for that recipient alone', async (kind, category, hard) => {
    const rep = await watched();
    rep.postOffice.behave(kim, { kind });
    const sent = await rep.sendAndSettle({ to: `${lou}, Kim Lee <${kim}>` });
    await rep.look();
    const told = rep.postOffice.delivery(`<${sent.messageId}>`, kim);
    expect(told?.status).toBe('bounced');
    const bounces = bouncesOf(await rep.feed());
    expect(bounces).toMatchObject([
      {
        mailId: sent.mailId,
        messageId: sent.messageId,
        recipientNo: 1,
        person: { address: kim, name: 'Kim Lee' },
        subject: 'Pricing',
        bounce: { category, hard },
      },
    ]);
    // Written by the mailbox's own provider: believed.
    expect(bounces.map((event) => event.kind === 'bounced' && event.bounce.doubt)).toEqual([
      undefined,
    ]);
    const suppressed = (await rep.stores.decisions.all()).map((one) => one.kind);
    expect(suppressed).toEqual(hard ? ['suppress'] : []);
  });

  test.each([
    [{ kind: 'exchange-online', refusal: 'unknown-user' }, true],
    [{ kind: 'exchange-server', version: '2007+', refusal: 'unknown-user' }, true],
    [{ kind: 'exchange-server', version: '2003', refusal: 'unknown-user' }, true],
    [{ kind: 'exchange-online', refusal: 'mailbox-full' }, false],
    [{ kind: 'exchange-server', version: '2007+', refusal: 'mailbox-full' }, false],
    [{ kind: 'exchange-server', version: '2003', refusal: 'mailbox-full' }, false],
  ] as const)('reads the notice of the recipient’s own Exchange: %o', async (behaviour, hard) => {
    const rep = await watched();
    const { refusal } = behaviour;
    rep.postOffice.behave(kim, behaviour);
    const sent = await rep.sendAndSettle();
    await rep.look();
    expect(bouncesOf(await rep.feed())).toMatchObject([
      { mailId: sent.mailId, person: { address: kim }, bounce: { category: refusal, hard } },
    ]);
  });

  test('says of a delay that it is one, and the end takes its place', async () => {
    const rep = await watched();
    rep.postOffice.behave(kim, { kind: 'delayed-then-failed' });
    await rep.sendAndSettle();
    await rep.postOffice.expire();
    await rep.look();
    expect(await rep.kinds()).toEqual(['delayed', 'sent']);
    await rep.pass(1000);
    await rep.postOffice.expire();
    await rep.look();
    expect(await rep.kinds()).toEqual(['bounced', 'sent']);
  });

  test('takes the sent mail back for the sender’s own limit, and blames nobody', async () => {
    const rep = await watched();
    rep.postOffice.limitSender(rep.address, true);
    await rep.sendAndSettle({ to: `${kim}, ${lou}` });
    await rep.look();
    expect(await rep.feed()).toMatchObject([{ kind: 'not-sent', reason: 'sender-limit' }]);
    expect(await rep.stores.decisions.all()).toEqual([]);
    expect((await rep.stores.ledgers.gate(rep.address))?.until).toBeGreaterThan(rep.clock());
  });

  test('tells a complaint', async () => {
    const rep = await watched();
    const sent = await rep.sendAndSettle();
    await rep.postOffice.complain(kim, rep.letterOf(sent));
    expect((await rep.look()).news).toMatchObject([{ kind: 'complained', mailId: sent.mailId }]);
  });

  test('makes up for a time in which nobody looked and the provider forgot', async () => {
    const rep = await watched();
    rep.postOffice.behave(kim, { kind: 'unknown-user' });
    await rep.send();
    await rep.pass(5 * 3_600_000);
    rep.forgetChanges();
    rep.restart();
    await rep.look();
    await rep.look();
    expect(await rep.kinds()).toEqual(['bounced', 'sent']);
  });

  test('counts what left once, whoever sent it', async () => {
    const rep = await watched();
    await rep.sendAndSettle({ to: `${kim}, ${lou}` });
    await rep.sendAndSettle({ follow: false });
    const { departed } = await rep.stores.ledgers.read(rep.address);
    expect(departed.map(({ id }) => id)).toEqual(rep.sent().map(({ id }) => id));
    expect(departed.map(({ at }) => at)).toEqual(rep.sent().map(({ receivedAt }) => receivedAt));
  });
});
