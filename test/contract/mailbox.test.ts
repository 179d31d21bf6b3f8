import { randomBytes } from 'node:crypto';

import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import type {
  Cursor,
  DraftId,
  MailboxMessageId,
  MailId,
  MessageId,
  ThreadId,
} from '@postrider/shared/domain/ids';
import { headerValue } from '@postrider/shared/domain/message/headers';
import { afterEach, describe, expect, test } from 'vitest';

import { letter, openAcme, receive, type Acme } from './support/acme.ts';

/** A mailbox under test, and its provider's own record. */
type Subject = { readonly mailbox: Mailbox; readonly acme: Acme };

const open: Subject['acme'][] = [];

function gmail(): Subject {
  const acme = openAcme();
  open.push(acme);
  return { mailbox: acme.mailbox, acme };
}

afterEach(() => {
  for (const acme of open.splice(0)) acme.close();
});

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));

const draftFor = (mailId: MailId) => ({
  mailId,
  raw: letter({ to: 'kim@initech.example', headers: [`X-Postrider-Mail: ${mailId}`] }).toString(),
});

async function begin(mailbox: Mailbox): Promise<Cursor> {
  return value(await mailbox.changes(null)).cursor;
}

const nowhere = branded<MailboxMessageId>('ffffffffffffffff');

describe.each([['gmail', gmail]])('a mailbox at %s', (_name, subject) => {
  test('says whose it is', async () => {
    expect(value(await subject().mailbox.account())).toBe('ana@acme.example');
  });

  test('begins now: what was there before is no change', async () => {
    const { mailbox, acme } = subject();
    receive(acme.ana, ['From: kim@initech.example', 'Subject: Old']);
    const first = value(await mailbox.changes(null));
    expect(first.appeared).toEqual([]);
    expect(value(await mailbox.changes(first.cursor)).appeared).toEqual([]);
  });

  test('shows what appeared, oldest first, in whatever place and state it is', async () => {
    const { mailbox, acme } = subject();
    const cursor = await begin(mailbox);
    const ids = [['INBOX', 'UNREAD'], ['SPAM'], ['TRASH'], []].map((labelIds, index) => {
      acme.clock.pass(1000);
      return receive(acme.ana, ['From: kim@initech.example', `Subject: ${index}`], { labelIds }).id;
    });
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared.map((message) => message.id)).toEqual(ids);
    expect(changes.appeared.map((message) => headerValue(message.headers, 'Subject'))).toEqual([
      '0',
      '1',
      '2',
      '3',
    ]);
    expect(changes.appeared.every((message) => !message.sent && !message.draft)).toBe(true);
    expect(value(await mailbox.changes(changes.cursor)).appeared).toEqual([]);
  });

  test('leaves drafts out and marks what was sent', async () => {
    const { mailbox, acme } = subject();
    const cursor = await begin(mailbox);
    acme.google.web.saveDraft(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
    const sent = acme.google.web.send(acme.ana, 'compose-2', letter({ to: 'lou@initech.example' }));
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared.map(({ id, sent: isSent }) => ({ id, isSent }))).toEqual([
      { id: sent.id, isSent: true },
    ]);
  });

  test('names what was withdrawn', async () => {
    const { mailbox, acme } = subject();
    const cursor = await begin(mailbox);
    const sent = acme.google.web.send(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
    const shown = value(await mailbox.changes(cursor));
    acme.google.web.undo(acme.ana, sent.id);
    const gone = value(await mailbox.changes(shown.cursor));
    expect(gone.withdrawn).toContain(sent.id);
    expect(gone.appeared).toEqual([]);
    // Read in one go, it never was there.
    const both = value(await mailbox.changes(cursor));
    expect(both.appeared).toEqual([]);
  });

  test('names what left Sent without being deleted', async () => {
    const { mailbox, acme } = subject();
    const sent = acme.google.web.send(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
    const cursor = await begin(mailbox);
    acme.ana.relabel(sent.id, { add: ['DRAFT'], remove: ['SENT'] });
    expect(value(await mailbox.changes(cursor))).toMatchObject({
      withdrawn: [sent.id],
      appeared: [],
    });
  });

  test('lists anew what it missed when the provider has forgotten the cursor', async () => {
    const { mailbox, acme } = subject();
    const cursor = await begin(mailbox);
    acme.clock.pass(3_600_000);
    const inSpam = receive(acme.ana, ['From: kim@initech.example', 'Subject: a'], {
      labelIds: ['SPAM'],
    });
    acme.clock.pass(1000);
    const archived = receive(acme.ana, ['From: kim@initech.example', 'Subject: b'], {
      labelIds: [],
    });
    acme.google.forgetHistory(acme.ana.address);
    const changes = value(await mailbox.changes(cursor));
    expect(changes.resynced).toBe(true);
    expect(changes.appeared.map((message) => message.id)).toEqual([inSpam.id, archived.id]);
    const after = value(await mailbox.changes(changes.cursor));
    expect(after.resynced).toBe(false);
    expect(after.appeared).toEqual([]);
  });

  test('gives much mail in steps, each of which is progress', async () => {
    const { mailbox, acme } = subject();
    let cursor = await begin(mailbox);
    const expected = Array.from({ length: 120 }, (_, index) => {
      acme.clock.pass(10);
      return receive(acme.ana, ['From: kim@initech.example', `Subject: ${index}`]).id;
    });
    const seen: string[] = [];
    for (let more = true; more;) {
      const changes = value(await mailbox.changes(cursor));
      seen.push(...changes.appeared.map((message) => message.id));
      ({ cursor, more } = changes);
    }
    expect(seen).toEqual(expected);
  });

  test('goes on past a message that is gone by the time it is read', async () => {
    const { mailbox, acme } = subject();
    const cursor = await begin(mailbox);
    const [first, gone, last] = ['a', 'b', 'c'].map((name) => {
      acme.clock.pass(1000);
      return receive(acme.ana, ['From: kim@initech.example', `Subject: ${name}`]).id;
    });
    acme.beforeReading(() => acme.ana.erase(gone ?? ''));
    const changes = value(await mailbox.changes(cursor));
    expect(changes.appeared.map((message) => message.id)).toEqual([first, last]);
    expect(changes.unread).toEqual([]);
  });

  test('gives one message, and null for one that is gone', async () => {
    const { mailbox, acme } = subject();
    const stored = receive(acme.ana, [
      'From: =?utf-8?q?J=C3=BCrgen?= <j@initech.example>',
      'Message-ID: <one@initech.example>',
    ]);
    const message = value(await mailbox.message(branded<MailboxMessageId>(stored.id)));
    expect(message?.threadId).toBe(stored.threadId);
    expect(message?.receivedAt).toBe(stored.internalDate);
    expect(headerValue(message?.headers ?? [], 'message-id')).toBe('<one@initech.example>');
    expect(value(await mailbox.message(nowhere))).toBeNull();
    expect(value(await mailbox.raw(nowhere))).toBeNull();
  });

  test('gives the very bytes of a message', async () => {
    const { mailbox, acme } = subject();
    const raw = Buffer.concat([
      Buffer.from('From: kim@initech.example\r\nMessage-ID: <b@x>\r\n\r\n'),
      Buffer.from([0, 255, 128, 13, 10]),
    ]);
    const stored = acme.ana.deposit(raw, { labelIds: ['INBOX'] });
    const read = value(await mailbox.raw(branded<MailboxMessageId>(stored.id)));
    expect(Buffer.from(read ?? []).equals(stored.raw)).toBe(true);
  });

  test('keeps a draft, finds it by its mailId and removes it', async () => {
    const { mailbox, acme } = subject();
    const mailId = newMailId();
    const id = value(await mailbox.drafts.create(draftFor(mailId)));
    value(await mailbox.drafts.create(draftFor(newMailId())));
    expect(value(await mailbox.drafts.find(mailId))).toBe(id);
    expect(acme.ana.messages('DRAFT')).toHaveLength(2);
    value(await mailbox.drafts.remove(id));
    expect(value(await mailbox.drafts.find(mailId))).toBeNull();
    expect(acme.ana.messages('DRAFT')).toHaveLength(1);
    value(await mailbox.drafts.remove(id));
  });

  test('sends a draft once and says under which names it left', async () => {
    const { mailbox, acme } = subject();
    const id = value(await mailbox.drafts.create(draftFor(newMailId())));
    const sent = await mailbox.send(id);
    const [inSent] = acme.ana.messages('SENT');
    expect(sent).toEqual({
      kind: 'accepted',
      id: inSent?.id,
      threadId: inSent?.threadId,
      messageId: inSent?.messageId.slice(1, -1),
    });
    expect(acme.postOffice.letters()).toHaveLength(1);
    expect(await mailbox.send(id)).toMatchObject({ kind: 'refused' });
    expect(acme.postOffice.letters()).toHaveLength(1);
  });

  test('refuses to send what is no draft', async () => {
    expect(await subject().mailbox.send(branded<DraftId>('r0'))).toMatchObject({ kind: 'refused' });
  });

  test('finds the mail in Sent that a message from outside means', async () => {
    const { mailbox, acme } = subject();
    const sent = acme.google.web.send(acme.ana, 'compose-1', letter({ to: 'kim@initech.example' }));
    acme.clock.pass(60_000);
    await acme.google.settle();
    const reply = receive(acme.ana, ['From: kim@initech.example', 'Subject: Re: Pricing'], {
      threadId: sent.threadId,
    });
    const stray = receive(acme.ana, ['From: kim@initech.example', 'Subject: Re: Pricing']);
    const find = async (messageIds: readonly string[], message: typeof reply) =>
      value(
        await mailbox.findSent({
          messageIds: messageIds.map((id) => branded<MessageId>(id)),
          threadId: branded<ThreadId>(message.threadId),
          id: branded<MailboxMessageId>(message.id),
        }),
      )?.id ?? null;
    expect(await find([], reply)).toBe(sent.id);
    expect(await find([sent.messageId.slice(1, -1)], stray)).toBe(sent.id);
    expect(await find([], stray)).toBeNull();
    expect(await find(['nobody@nowhere.example'], stray)).toBeNull();
  });
});
