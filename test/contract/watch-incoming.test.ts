import { describe, expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

/** The mail as the post office holds it. */
function letterOf(acme: WatchedAcme, sent: { messageId: string }) {
  const found = acme.postOffice.letters().find((one) => one.messageId === sent.messageId);
  if (!found) throw new Error('the post office has no such mail');
  return found;
}

async function sentMail() {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  const followed = await acme.stores.followed.byDraft(ana, sent.draft.draftKey);
  return { acme, sent, mailId: followed?.mailId };
}

describe('a reply by a person', () => {
  test('is told with who, and about which mail', async () => {
    const { acme, sent, mailId } = await sentMail();
    await acme.postOffice.reply('kim@initech.example', letterOf(acme, sent), 'Yes.');
    const { news } = await acme.look();
    const [arrived] = acme.ana.messages('INBOX');
    expect(news).toMatchObject([
      {
        kind: 'replied',
        evidenceId: arrived?.id,
        threadId: arrived?.threadId,
        mailId,
        messageId: sent.messageId.slice(1, -1),
        person: { address: 'kim@initech.example', name: 'kim' },
        recipientNo: 0,
        subject: 'Pricing',
      },
    ]);
  });

  test('by a colleague of hers is one, too', async () => {
    const { acme, sent, mailId } = await sentMail();
    await acme.postOffice.reply('dana@initech.example', letterOf(acme, sent), 'I take this over.');
    const { news } = await acme.look();
    expect(news).toMatchObject([
      { kind: 'replied', mailId, person: { address: 'dana@initech.example' }, recipientNo: null },
    ]);
  });

  test.each([
    ['read already', { labelIds: ['INBOX'] }],
    ['in spam', { labelIds: ['SPAM'] }],
    ['in trash', { labelIds: ['TRASH'] }],
    ['archived', { labelIds: [] }],
  ])('counts %s', async (_name, options) => {
    const { acme, sent, mailId } = await sentMail();
    receive(
      acme.ana,
      [
        'From: Kim <kim@initech.example>',
        'Subject: Re: Pricing',
        `In-Reply-To: ${sent.messageId}`,
        'Message-ID: <r1@initech.example>',
      ],
      options,
    );
    const { news } = await acme.look();
    expect(news).toMatchObject([{ kind: 'replied', mailId }]);
  });

  test('is known by its thread where a program dropped the references', async () => {
    const { acme, sent, mailId } = await sentMail();
    receive(acme.ana, ['From: kim@initech.example', 'Subject: Re: Pricing'], {
      threadId: sent.threadId,
    });
    expect((await acme.look()).news).toMatchObject([{ kind: 'replied', mailId }]);
  });

  test('within the time for Undo proves that the mail left', async () => {
    const acme = await openWatchedAcme({ undoMs: 5000 });
    await acme.look();
    acme.postOffice.behave('kim@initech.example', { kind: 'replies', text: 'Yes.' });
    await acme.send();
    await acme.pass(6000);
    await acme.look();
    expect((await acme.kinds()).toSorted()).toEqual(['replied', 'sent']);
  });

  test('to mail that was switched off appears as not followed', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    const sent = await acme.sendAndSettle({ follow: false, subject: 'Quietly' });
    await acme.postOffice.reply('kim@initech.example', letterOf(acme, sent), 'Yes.');
    await acme.look();
    expect(await acme.feed()).toMatchObject([
      {
        kind: 'replied',
        mailId: null,
        messageId: sent.messageId.slice(1, -1),
        subject: 'Quietly',
        recipientNo: 0,
      },
    ]);
  });

  test('to mail from a phone appears as not followed', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    const sent = await acme.sendAndSettle({ word: 'nothing' });
    await acme.postOffice.reply('kim@initech.example', letterOf(acme, sent), 'Yes.');
    await acme.look();
    expect(await acme.feed()).toMatchObject([
      { kind: 'replied', mailId: null, subject: 'Pricing' },
    ]);
  });

  test('shows names and subjects as text, whatever stands in them', async () => {
    const { acme, sent } = await sentMail();
    receive(acme.ana, [
      'From: "=?utf-8?q?=E2=80=AEmiK?= <img src=x onerror=alert(1)>" <jürgen@müller.example>',
      'Subject: Re: Pricing',
      `In-Reply-To: ${sent.messageId}`,
    ]);
    const { news } = await acme.look();
    expect(news).toMatchObject([
      { person: { address: 'jürgen@müller.example', name: 'miK <img src=x onerror=alert(1)>' } },
    ]);
  });
});

test('an out-of-office is no person', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  acme.postOffice.behave('kim@initech.example', { kind: 'out-of-office', text: 'Back on Monday.' });
  await acme.sendAndSettle();
  await acme.look();
  expect((await acme.kinds()).toSorted()).toEqual(['auto-replied', 'sent']);
});

describe('a notice', () => {
  test.each([
    ['unknown-user', 'unknown-user', true],
    ['mailbox-full', 'mailbox-full', false],
    ['blocked-as-spam', 'blocked-spam', false],
    ['blocked-by-policy', 'blocked-policy', false],
  ] as const)('of %s is a bounce with its reason', async (kind, category, hard) => {
    const acme = await openWatchedAcme();
    await acme.look();
    acme.postOffice.behave('kim@initech.example', { kind });
    const sent = await acme.sendAndSettle({
      to: 'lou@initech.example, Kim Lee <kim@initech.example>',
    });
    await acme.look();
    const followed = await acme.stores.followed.byDraft(ana, sent.draft.draftKey);
    expect(acme.postOffice.delivery(sent.messageId, 'kim@initech.example')?.status).toBe('bounced');
    const bounces = (await acme.feed()).filter((event) => event.kind === 'bounced');
    expect(bounces).toMatchObject([
      {
        mailId: followed?.mailId,
        messageId: sent.messageId.slice(1, -1),
        recipientNo: 1,
        person: { address: 'kim@initech.example', name: 'Kim Lee' },
        subject: 'Pricing',
        bounce: { category, hard },
      },
    ]);
    expect(await acme.kinds()).toContain('sent');
  });

  test('of a delay says so, and the end takes its place', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    acme.postOffice.behave('kim@initech.example', { kind: 'delayed-then-failed' });
    await acme.sendAndSettle();
    await acme.postOffice.expire();
    await acme.look();
    expect((await acme.kinds()).toSorted()).toEqual(['delayed', 'sent']);
    const delayed = (await acme.feed()).find((event) => event.kind === 'delayed');
    expect(delayed?.kind === 'delayed' && delayed.retryUntil).toBeGreaterThan(acme.clock());
    await acme.pass(1000);
    await acme.postOffice.expire();
    await acme.look();
    expect((await acme.kinds()).toSorted()).toEqual(['bounced', 'sent']);
  });

  test('of the sender’s limit takes the sent mail back, and blames nobody', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    acme.postOffice.limitSender('ana@acme.example', true);
    const sent = await acme.sendAndSettle({ to: 'kim@initech.example, lou@initech.example' });
    await acme.look();
    expect(acme.ana.messages('SENT').map((message) => message.id)).toEqual([sent.id]);
    expect(await acme.feed()).toMatchObject([{ kind: 'not-sent', reason: 'sender-limit' }]);
  });

  test('about mail that was not followed appears as not followed', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    acme.postOffice.behave('kim@initech.example', { kind: 'unknown-user' });
    await acme.sendAndSettle({ follow: false });
    await acme.look();
    expect(await acme.feed()).toMatchObject([
      { kind: 'bounced', mailId: null, person: { address: 'kim@initech.example' } },
    ]);
  });

  test('means the mail it names, and not a followed one beside it', async () => {
    const { acme, sent } = await sentMail();
    acme.postOffice.behave('lou@initech.example', { kind: 'unknown-user' });
    const beside = await acme.sendAndSettle({
      to: 'lou@initech.example',
      threadId: sent.threadId,
      follow: false,
    });
    await acme.look();
    const bounce = (await acme.feed()).find((event) => event.kind === 'bounced');
    expect(bounce).toMatchObject({ mailId: null, messageId: beside.messageId.slice(1, -1) });
  });

  test('cut in half is told all the same', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    const sent = await acme.sendAndSettle();
    acme.postOffice.behave('lou@initech.example', { kind: 'unknown-user' });
    await acme.sendAndSettle({ to: 'lou@initech.example', subject: 'Other' });
    const whole = acme.ana.messages('INBOX')[0]?.raw;
    if (!whole) throw new Error('no notice came');
    const about = whole
      .toString('latin1')
      .replaceAll(/<[^<>\s]+@mail\.gmail\.com>/g, sent.messageId);
    const half = about
      .replaceAll('lou@', 'kim@')
      .slice(0, about.indexOf('Content-Type: text/html'));
    acme.ana.deposit(Buffer.from(half, 'latin1'), { labelIds: ['INBOX'], threadId: sent.threadId });
    await acme.look();
    const told = (await acme.feed()).filter((event) => event.kind === 'bounced');
    expect(told.map((event) => [event.person.address, event.subject])).toEqual([
      ['kim@initech.example', 'Pricing'],
      ['lou@initech.example', 'Other'],
    ]);
  });

  test('about mail that nobody here sent is no event', async () => {
    const acme = await openWatchedAcme();
    await acme.look();
    receive(acme.ana, [
      'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Subject: Delivery Status Notification (Failure)',
      'X-Failed-Recipients: kim@initech.example',
      'In-Reply-To: <forged@nowhere.example>',
      'Content-Type: text/plain',
    ]);
    await acme.look();
    expect(await acme.kinds()).toEqual([]);
  });

  test('of a complaint is told', async () => {
    const { acme, sent, mailId } = await sentMail();
    await acme.postOffice.complain('kim@initech.example', letterOf(acme, sent));
    expect((await acme.look()).news).toMatchObject([{ kind: 'complained', mailId }]);
  });
});

test('a copy of our own mail that stands outside Sent is no reply', async () => {
  const { acme, sent } = await sentMail();
  receive(acme.ana, [
    'From: Ana Silva <Ana@Acme.example>',
    'Subject: Re: Pricing',
    `In-Reply-To: ${sent.messageId}`,
  ]);
  expect((await acme.look()).news).toEqual([]);
});
