import { randomBytes } from 'node:crypto';

import type { Mailbox, SentEntry, SentPage } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import type {
  Cursor,
  DraftId,
  MailboxMessageId,
  MailId,
  MessageId,
} from '@postrider/shared/domain/ids';
import { headerValue } from '@postrider/shared/domain/message/headers';
import { afterEach, describe, expect, test } from 'vitest';

import { writtenBy, type MailboxSubject, type StoredMail } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));

async function begin(mailbox: Mailbox): Promise<Cursor> {
  return value(await mailbox.changes(null)).cursor;
}

const nowhere = branded<MailboxMessageId>('ffffffffffffffff');
const fromKim = (subject: string) => ['From: kim@initech.example', `Subject: ${subject}`];

describe.each(subjects)('a mailbox at %s', (_name, openSubject) => {
  const opened = () => {
    const subject = openSubject();
    open.push(subject);
    const letterTo = (to: string, headers: readonly string[] = []) =>
      writtenBy(subject.rep, { to, headers });
    const draftFor = (mailId: MailId) => ({
      mailId,
      raw: letterTo('kim@initech.example', [`X-Postrider-Mail: ${mailId}`]).toString(),
    });
    return { ...subject, letterTo, draftFor };
  };

  test('says whose it is', async () => {
    const { mailbox, address } = opened();
    expect(value(await mailbox.account())).toBe(address);
  });

  test('begins now: what was there before is no change', async () => {
    const { mailbox, receive, clock } = opened();
    receive(fromKim('Old'));
    clock.pass(3_600_000);
    const first = value(await mailbox.changes(null));
    expect(first.appeared).toEqual([]);
    expect(value(await mailbox.changes(first.cursor)).appeared).toEqual([]);
  });

  test('shows what appeared, oldest first, in whatever place and state it is', async () => {
    const { mailbox, receive, clock } = opened();
    const cursor = await begin(mailbox);
    const places = ['inbox', 'junk', 'trash', 'elsewhere'] as const;
    const ids = places.map((place) => {
      clock.pass(1000);
      return receive(fromKim(place), { place }).id;
    });
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared.map((message) => message.id)).toEqual(ids);
    expect(changes.appeared.map(({ headers }) => headerValue(headers, 'Subject'))).toEqual(places);
    expect(changes.appeared.every((message) => !message.sent && !message.draft)).toBe(true);
    expect(value(await mailbox.changes(changes.cursor)).appeared).toEqual([]);
  });

  test('leaves drafts out and marks what was sent', async () => {
    const { mailbox, saveDraft, send, letterTo } = opened();
    const cursor = await begin(mailbox);
    saveDraft('compose-1', letterTo('kim@initech.example'));
    const sent = await send('compose-2', letterTo('lou@initech.example'));
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared.map(({ id, sent: isSent }) => ({ id, isSent }))).toEqual([
      { id: sent.id, isSent: true },
    ]);
    expect(changes.withdrawn).toEqual([]);
  });

  test('names the people and the Message-ID of what was sent', async () => {
    const { mailbox, send, letterTo, address } = opened();
    const cursor = await begin(mailbox);
    const sent = await send('compose-1', letterTo('Kim Lee <kim@initech.example>'));
    const [message] = value(await mailbox.changes(cursor)).appeared;
    const header = (name: string) => headerValue(message?.headers ?? [], name);
    expect(header('Message-ID')).toBe(`<${sent.messageId}>`);
    expect(header('To')).toContain('kim@initech.example');
    expect(header('From')).toContain(address);
    expect(header('Subject')).toBe('Pricing');
    expect(message?.threadId).toBe(sent.threadId);
  });

  test('lists anew what it missed when the provider has forgotten the cursor', async () => {
    const { mailbox, receive, clock, forgetChanges } = opened();
    const cursor = await begin(mailbox);
    clock.pass(3_600_000);
    const inJunk = receive(fromKim('a'), { place: 'junk' });
    clock.pass(1000);
    const filed = receive(fromKim('b'), { place: 'elsewhere' });
    const forgot = forgetChanges();
    const changes = value(await mailbox.changes(cursor));
    expect(changes.resynced).toBe(forgot);
    expect(changes.appeared.map((message) => message.id)).toEqual([inJunk.id, filed.id]);
    const after = value(await mailbox.changes(changes.cursor));
    expect(after.resynced).toBe(false);
    expect(after.appeared).toEqual([]);
  });

  test('reads back to an instant of which no cursor was kept', async () => {
    const { mailbox, receive, clock } = opened();
    receive(fromKim('too old'));
    clock.pass(24 * 3_600_000);
    const since = clock();
    clock.pass(1000);
    const wanted = receive(fromKim('wanted'), { place: 'elsewhere' });
    clock.pass(5 * 3_600_000);
    const changes = value(await mailbox.changes(mailbox.cursorAt(since)));
    expect(changes.appeared.map((message) => message.id)).toEqual([wanted.id]);
  });

  test('gives much mail in steps, each of which is progress', async () => {
    const { mailbox, receive, clock } = opened();
    let cursor = await begin(mailbox);
    const expected = Array.from({ length: 120 }, (_, index) => {
      clock.pass(1000);
      return receive(fromKim(`${index}`)).id;
    });
    const seen: string[] = [];
    for (let more = true; more;) {
      const changes = value(await mailbox.changes(cursor));
      seen.push(...changes.appeared.map((message) => message.id));
      ({ cursor, more } = changes);
    }
    expect(seen).toEqual(expected);
  });

  test('loses nothing where another program takes over in the middle of much mail', async () => {
    const { mailbox, again, receive, clock } = opened();
    let cursor = await begin(mailbox);
    const expected = Array.from({ length: 120 }, (_, index) => {
      clock.pass(1000);
      return receive(fromKim(`${index}`)).id;
    });
    const seen = new Set<string>();
    for (let more = true; more;) {
      const changes = value(await again().changes(cursor));
      for (const message of changes.appeared) seen.add(message.id);
      ({ cursor, more } = changes);
    }
    expect([...seen].toSorted()).toEqual(expected.toSorted());
  });

  test('gives one message, and null for one that is gone', async () => {
    const { mailbox, receive } = opened();
    const stored = receive([
      'From: =?utf-8?q?J=C3=BCrgen?= <j@initech.example>',
      'Message-ID: <one@initech.example>',
    ]);
    const message = value(await mailbox.message(stored.id));
    expect(message?.threadId).toBe(stored.threadId);
    expect(message?.receivedAt).toBe(stored.receivedAt);
    expect(headerValue(message?.headers ?? [], 'message-id')).toBe('<one@initech.example>');
    expect(value(await mailbox.message(nowhere))).toBeNull();
    expect(value(await mailbox.raw(nowhere))).toBeNull();
  });

  test('still calls sent what the rep has thrown away after it left', async () => {
    const { mailbox, send, letterTo, throwAway } = opened();
    const sent = await send('compose-1', letterTo('kim@initech.example'));
    throwAway(sent.id);
    expect(value(await mailbox.message(sent.id))?.sent).toBe(true);
  });

  test('gives the very bytes of a message', async () => {
    const { mailbox, receive } = opened();
    const raw = Buffer.concat([
      Buffer.from('From: kim@initech.example\r\nMessage-ID: <b@x>\r\n\r\n'),
      Buffer.from([0, 255, 128, 13, 10]),
    ]);
    const stored = receive(raw);
    const read = value(await mailbox.raw(stored.id));
    expect(Buffer.from(read ?? []).equals(stored.raw)).toBe(true);
  });

  test('keeps a draft, finds it by its mailId and removes it', async () => {
    const { mailbox, drafts, draftFor } = opened();
    const mailId = newMailId();
    const id = value(await mailbox.drafts.create(draftFor(mailId)));
    value(await mailbox.drafts.create(draftFor(newMailId())));
    expect(value(await mailbox.drafts.find(mailId))).toBe(id);
    expect(drafts()).toHaveLength(2);
    value(await mailbox.drafts.remove(id));
    expect(value(await mailbox.drafts.find(mailId))).toBeNull();
    expect(drafts()).toHaveLength(1);
    value(await mailbox.drafts.remove(id));
  });

  test('sends a draft once and says under which names it left', async () => {
    const { mailbox, sent, left, draftFor } = opened();
    const id = value(await mailbox.drafts.create(draftFor(newMailId())));
    const outcome = await mailbox.send(id);
    const [inSent] = sent();
    expect(outcome).toEqual({
      kind: 'accepted',
      id: inSent?.id,
      threadId: inSent?.threadId,
      messageId: inSent?.messageId,
    });
    expect(left()).toBe(1);
    expect(await mailbox.send(id)).toMatchObject({ kind: 'refused' });
    expect(left()).toBe(1);
  });

  test('refuses to send what is no draft', async () => {
    const { mailbox } = opened();
    expect(await mailbox.send(branded<DraftId>('r0'))).toMatchObject({ kind: 'refused' });
  });

  test('lists what left by whichever program, newest first, what was thrown away too, and no draft', async () => {
    const { mailbox, send, saveDraft, receive, throwAway, letterTo, draftFor, clock, sent } =
      opened();
    await send('old', letterTo('kim@initech.example'));
    clock.pass(25 * 3_600_000);
    const since = clock() - 24 * 3_600_000;
    const away = await send('compose-1', letterTo('kim@initech.example'));
    throwAway(away.id);
    clock.pass(60_000);
    const byHand = await send('compose-2', letterTo('kim@initech.example'));
    clock.pass(60_000);
    const draft = value(await mailbox.drafts.create(draftFor(newMailId())));
    const ours = await mailbox.send(draft);
    saveDraft('compose-3', letterTo('kim@initech.example'));
    throwAway(receive(fromKim('not ours')).id);
    const entries: SentEntry[] = [];
    for (let page: string | null = null, pages = 0; page !== null || pages === 0; pages += 1) {
      const read: SentPage = value(await mailbox.sentSince(since, page));
      entries.push(...read.entries);
      page = read.next;
    }
    const first = ours.kind === 'accepted' ? ours.id : null;
    expect(entries.map(({ id }) => id)).toEqual([first, byHand.id, away.id]);
    const dated = entries.filter(({ at }) => at !== null);
    expect(dated.map(({ at }) => at)).toEqual(
      dated.map(({ id }) => [...sent(), away].find((one) => one.id === id)?.receivedAt),
    );
    expect(dated.every(({ recipients }) => recipients === 1)).toBe(true);
  });

  test('finds the mail in Sent that a message from outside means', async () => {
    const { mailbox, send, receive, letterTo, pass } = opened();
    const sent = await send('compose-1', letterTo('kim@initech.example'));
    await pass(60_000);
    const reply = receive([
      ...fromKim('Re: Pricing'),
      `In-Reply-To: <${sent.messageId}>`,
      `References: <${sent.messageId}>`,
    ]);
    const stray = receive(fromKim('About something else'));
    const find = async (messageIds: readonly string[], message: StoredMail) =>
      value(
        await mailbox.findSent({
          messageIds: messageIds.map((id) => branded<MessageId>(id)),
          threadId: message.threadId,
          id: message.id,
        }),
      )?.id ?? null;
    expect(reply.threadId).toBe(sent.threadId);
    expect(await find([], reply)).toBe(sent.id);
    expect(await find([sent.messageId], stray)).toBe(sent.id);
    expect(await find([], stray)).toBeNull();
    expect(await find(['nobody@nowhere.example'], stray)).toBeNull();
  });
});
