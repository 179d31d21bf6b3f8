import { branded } from '@postrider/shared/domain/brand';
import { describe, expect, test } from 'vitest';

import { receive } from './support/acme.ts';
import { ana } from './support/events.ts';
import { openWatchedAcme } from './support/watched-acme.ts';

describe.each([['shown'], ['hidden']] as const)(
  'a mail in Sent during Undo is %s by the API',
  (sentDuringUndo) => {
    const open = () => openWatchedAcme({ sentDuringUndo });

    test('it counts as sent once Undo cannot take it back', async () => {
      const acme = await open();
      await acme.look();
      const sent = await acme.send({ to: 'Kim Lee <kim@initech.example>, lou@initech.example' });
      await acme.pass(5000);
      const early = await acme.look();
      expect(await acme.kinds()).toEqual([]);
      expect(early.nextAt).not.toBeNull();
      await acme.pass((early.nextAt ?? 0) - acme.clock());
      const outcome = await acme.look();
      const inSent = acme.ana.find(sent.id);
      const followed = await acme.stores.followed.byDraft(ana, sent.draft.draftKey);
      expect(outcome.news).toMatchObject([
        {
          kind: 'sent',
          evidenceId: inSent?.id,
          threadId: inSent?.threadId,
          messageId: inSent?.messageId.slice(1, -1),
          occurredAt: inSent?.internalDate,
          mailId: followed?.mailId,
          subject: 'Pricing',
          recipients: [
            { address: 'kim@initech.example', name: 'Kim Lee' },
            { address: 'lou@initech.example', name: '' },
          ],
        },
      ]);
      expect(followed?.state).toBe('sent');
      await acme.look();
      expect(await acme.kinds()).toEqual(['sent']);
    });

    test.each([[true], [false]])('undone leaves nothing; told by the page: %s', async (told) => {
      const acme = await open();
      await acme.look();
      const sent = await acme.send();
      await acme.pass(3000);
      await acme.look();
      acme.undo(sent.id);
      if (told) await acme.follow.undone(sent.draft);
      await acme.pass(1000);
      await acme.look();
      await acme.pass(600_000);
      await acme.look();
      expect(await acme.kinds()).toEqual([]);
      expect(acme.postOffice.letters()).toEqual([]);
      const isKnownUndone = sentDuringUndo === 'shown' || told;
      expect(await acme.stores.followed.leaving(ana)).toHaveLength(isKnownUndone ? 0 : 1);
      // The window is open again, and the rep sends it for good.
      await acme.follow.open(sent.draft);
      const again = await acme.stores.followed.byDraft(ana, sent.draft.draftKey);
      expect(again).toMatchObject({ state: 'composing', mailboxMessageId: null });
    });

    test('sent again after Undo it is one mail with one event', async () => {
      const acme = await open();
      await acme.look();
      const first = await acme.send();
      const before = await acme.stores.followed.byDraft(ana, first.draft.draftKey);
      acme.undo(first.id);
      await acme.follow.undone(first.draft);
      await acme.look();
      const { draftKey } = first.draft;
      const departure = { threadId: null, recipients: ['kim@initech.example'], subject: 'Pricing' };
      await acme.follow.leaving(first.draft, departure);
      acme.google.web.send(acme.ana, draftKey, Buffer.from(mail));
      await acme.pass(60_000);
      await acme.look();
      expect(await acme.feed()).toMatchObject([{ kind: 'sent', mailId: before?.mailId }]);
    });

    test('the page’s word was lost: it is found again by thread, recipients, subject and time', async () => {
      const acme = await open();
      await acme.look();
      const other = await acme.send({ subject: 'Other', word: 'until-send' });
      const lost = await acme.send({ word: 'until-send' });
      acme.restart();
      await acme.pass(60_000);
      await acme.look();
      const mailIdOf = async (draftKey: string) =>
        (await acme.stores.followed.byDraft(ana, draftKey))?.mailId;
      const feed = await acme.feed();
      expect(feed).toHaveLength(2);
      expect(feed.find((event) => event.evidenceId === lost.id)?.mailId).toBe(
        await mailIdOf(lost.draft.draftKey),
      );
      expect(feed.find((event) => event.evidenceId === other.id)?.mailId).toBe(
        await mailIdOf(other.draft.draftKey),
      );
    });

    test('the watch began only after the send: the named mail is looked for in Sent', async () => {
      const acme = await open();
      await acme.send();
      await acme.pass(60_000);
      await acme.look();
      expect(await acme.kinds()).toEqual(['sent']);
    });

    test('a clock of the rep that runs ahead makes no phantom', async () => {
      const acme = await openWatchedAcme({ sentDuringUndo, undoMs: 30_000 });
      const ahead = Object.assign(() => acme.clock() + 120_000, {});
      acme.restart({ clock: ahead });
      await acme.look();
      await acme.send();
      const [mail] = await acme.stores.followed.leaving(ana);
      if (!mail) throw new Error('nothing leaves');
      await acme.stores.followed.put({ ...mail, changedAt: ahead() });
      await acme.pass(20_000);
      await acme.look();
      expect(await acme.kinds()).toEqual([]);
    });
  },
);

const mail = [
  'From: Ana Silva <ana@acme.example>',
  'To: kim@initech.example',
  'Subject: Pricing',
  '',
  'Hello',
  '',
].join('\r\n');

test('mail that was switched off or sent from a phone leaves no event', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const off = await acme.send({ follow: false });
  await acme.send({ subject: 'From the phone', word: 'nothing' });
  await acme.pass(60_000);
  await acme.look();
  expect(await acme.kinds()).toEqual([]);
  expect(acme.postOffice.letters()).toHaveLength(2);
  expect(await acme.stores.followed.leaving(ana)).toEqual([]);
  expect(await acme.stores.followed.byDraft(ana, off.draft.draftKey)).toMatchObject({
    state: 'sent',
    follow: false,
  });
});

test('mail to oneself and to many is one sent mail and no reply', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  await acme.sendAndSettle({ to: 'ana@acme.example, kim@initech.example' });
  await acme.pass(60_000);
  await acme.look();
  expect(await acme.kinds()).toEqual(['sent']);
});

test('a recovered mail is not confused with an older one that never left', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const old = await acme.send({ word: 'until-send' });
  acme.undo(old.id);
  await acme.pass(3 * 24 * 3_600_000);
  const sent = await acme.send({ word: 'until-send' });
  await acme.pass(60_000);
  await acme.look();
  await acme.pass(60_000);
  await acme.look();
  const bound = await acme.stores.followed.byDraft(ana, sent.draft.draftKey);
  expect(await acme.feed()).toMatchObject([{ kind: 'sent', mailId: bound?.mailId }]);
});

test('mail from a phone is not taken for one that was undone days ago', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const old = await acme.send({ word: 'until-send' });
  acme.undo(old.id);
  await acme.pass(3 * 24 * 3_600_000);
  await acme.sendAndSettle({ word: 'nothing' });
  expect(await acme.kinds()).toEqual([]);
});

test('deleted from Sent later, the mail stays sent; incoming mail without an answer is no event', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const sent = await acme.sendAndSettle();
  acme.ana.erase(sent.id);
  receive(acme.ana, ['From: news@shop.example', 'Subject: Sale']);
  await acme.look();
  expect(await acme.kinds()).toEqual(['sent']);
});

test('mail that carries our mailId is followed though nothing is stored of it here', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  const mailId = 'AAECAwQFBgcICQoLDA0ODw';
  const headers = [`X-Postrider-Mail: ${mailId}`];
  const sent = await acme.sendAndSettle({ word: 'nothing', headers });
  await acme.look();
  expect(await acme.feed()).toMatchObject([{ kind: 'sent', mailId, subject: 'Pricing' }]);
  const bound = await acme.stores.followed.byMailId(branded(mailId));
  expect(bound).toMatchObject({ state: 'sent', mailboxMessageId: acme.ana.find(sent.id)?.id });
});

test('a header that is no mailId of ours makes no mail followed', async () => {
  const acme = await openWatchedAcme();
  await acme.look();
  await acme.sendAndSettle({ word: 'nothing', headers: ['X-Postrider-Mail: <script>'] });
  expect(await acme.kinds()).toEqual([]);
});
