import { randomBytes } from 'node:crypto';

import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';
import { afterEach, describe, expect, test } from 'vitest';

import { writtenBy, type MailboxSubject, type Trouble } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

/*
 * What goes wrong on the way to any provider comes out as the same outcome. What one provider says in words of its own
 * is in a file of its own.
 */

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

function openedOf(openSubject: () => MailboxSubject): MailboxSubject {
  const subject = openSubject();
  open.push(subject);
  return subject;
}

const newDraft = ({ rep }: MailboxSubject) => {
  const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
  const headers = [`X-Postrider-Mail: ${mailId}`];
  return { mailId, raw: writtenBy(rep, { to: 'kim@initech.example', headers }).toString() };
};

async function began(subject: MailboxSubject) {
  const begun = await subject.mailbox.changes(null);
  if (begun.kind !== 'ok') throw new Error(begun.kind);
  return begun.value.cursor;
}

async function draftIn(subject: MailboxSubject) {
  const draft = newDraft(subject);
  const made = await subject.mailbox.drafts.create(draft);
  if (made.kind !== 'ok') throw new Error(made.kind);
  return { id: made.value, mailId: draft.mailId };
}

const asksEverywhere: readonly (readonly [
  string,
  (subject: MailboxSubject) => Promise<{ readonly kind: string }>,
])[] = [
  ['reading changes', async ({ mailbox }) => mailbox.changes(null)],
  ['listing what was sent', async ({ mailbox, clock }) => mailbox.sentSince(clock(), null)],
  ['making a draft', async (subject) => subject.mailbox.drafts.create(newDraft(subject))],
];

const troubles: readonly (readonly [Trouble, object])[] = [
  [{ kind: 'server-error' }, { kind: 'unknown', cause: 'server-error' }],
  [{ kind: 'silence' }, { kind: 'unknown', cause: 'offline' }],
];

describe.each(subjects)('trouble with a mailbox at %s', (_name, openSubject) => {
  const opened = () => openedOf(openSubject);

  describe.each(asksEverywhere)('while %s', (_what, ask) => {
    test.each(troubles)('%o is unknown', async (trouble, outcome) => {
      const subject = opened();
      subject.trouble(trouble, 'any', 99);
      expect(await ask(subject)).toEqual(outcome);
    });

    test('too small a grant asks to connect again', async () => {
      const subject = opened();
      subject.trouble({ kind: 'no-scope' }, 'any', 99);
      expect(await ask(subject)).toMatchObject({ kind: 'reconnect-needed' });
    });

    test('a rate that names its time is kept to', async () => {
      const subject = opened();
      const retryAt = subject.clock() + 300_000;
      subject.trouble({ kind: 'rate-limited', retryAt });
      expect(await ask(subject)).toMatchObject({ kind: 'rate-limited', retryAt });
    });
  });

  test('an answer that is none cannot be built on', async () => {
    const subject = opened();
    const since = await began(subject);
    subject.trouble({ kind: 'nonsense' }, 'any', 99);
    expect(await subject.mailbox.changes(since)).toEqual({
      kind: 'unknown',
      cause: 'malformed-answer',
    });
  });

  test('too many calls at once is told as that, where it does not end', async () => {
    const subject = opened();
    subject.trouble({ kind: 'too-many-at-once' }, 'any', 99);
    expect(await subject.mailbox.changes(null)).toMatchObject({
      kind: 'rate-limited',
      limit: 'concurrency',
    });
  });

  test('the sender’s own limit is told as that, and nothing leaves', async () => {
    const subject = opened();
    const { id } = await draftIn(subject);
    subject.trouble({ kind: 'sending-limit' }, 'send');
    expect(await subject.mailbox.send(id)).toEqual({
      kind: 'rate-limited',
      retryAt: null,
      limit: 'sending',
    });
    expect(subject.left()).toBe(0);
  });

  test('a cursor that is none of ours begins now instead of failing for ever', async () => {
    const { mailbox } = opened();
    expect(await mailbox.changes(branded('{"other":1}'))).toMatchObject({
      kind: 'ok',
      value: { appeared: [] },
    });
  });

  test('a look that a failure ended loses nothing to the next one', async () => {
    const subject = opened();
    const since = await began(subject);
    subject.clock.pass(1000);
    const stored = subject.receive(['From: kim@initech.example', 'Subject: hello']);
    for (const kind of ['server-error', 'silence', 'nonsense'] as const) {
      subject.trouble({ kind }, 'any', 99);
      expect((await subject.mailbox.changes(since)).kind).toBe('unknown');
      subject.endTrouble();
    }
    expect(await subject.mailbox.changes(since)).toMatchObject({
      kind: 'ok',
      value: { appeared: [{ id: stored.id }] },
    });
  });

  test('a draft whose creation was answered with silence is found, not made twice', async () => {
    const subject = opened();
    const { mailbox, drafts } = subject;
    const draft = newDraft(subject);
    subject.trouble({ kind: 'silence', after: true }, 'create-draft');
    expect(await mailbox.drafts.create(draft)).toEqual({ kind: 'unknown', cause: 'offline' });
    expect(drafts()).toHaveLength(1);
    const found = await mailbox.drafts.find(draft.mailId);
    expect(found.kind === 'ok' && found.value !== null).toBe(true);
  });

  test('a send that was answered with silence is unknown and not tried again', async () => {
    const subject = opened();
    const { id, mailId } = await draftIn(subject);
    subject.trouble({ kind: 'silence', after: true }, 'send');
    expect(await subject.mailbox.send(id)).toEqual({ kind: 'unknown', cause: 'offline' });
    expect(subject.left()).toBe(1);
    expect(await subject.mailbox.drafts.find(mailId)).toEqual({ kind: 'ok', value: null });
    expect(await subject.mailbox.send(id)).toMatchObject({ kind: 'refused' });
    expect(subject.left()).toBe(1);
  });

  test('a send that never arrived is unknown, too, and its draft is still there', async () => {
    const subject = opened();
    const { id, mailId } = await draftIn(subject);
    subject.trouble({ kind: 'silence' }, 'send');
    expect(await subject.mailbox.send(id)).toEqual({ kind: 'unknown', cause: 'offline' });
    expect(subject.left()).toBe(0);
    expect(await subject.mailbox.drafts.find(mailId)).toEqual({ kind: 'ok', value: id });
  });

  test('removing a draft removes nothing that has left', async () => {
    const subject = opened();
    const { id } = await draftIn(subject);
    expect((await subject.mailbox.send(id)).kind).toBe('accepted');
    await subject.mailbox.drafts.remove(id);
    expect(subject.sent()).toHaveLength(1);
  });
});

const withTokens = subjects.filter(([name]) => name !== 'ews');

describe.each(withTokens)('the grant of a mailbox at %s', (_name, openSubject) => {
  test('a token that ran out in the middle is renewed, and nothing is noticed', async () => {
    const subject = openedOf(openSubject);
    const begun = await subject.mailbox.changes(null);
    if (begun.kind !== 'ok') throw new Error(begun.kind);
    const stored = subject.receive(['From: kim@initech.example', 'Subject: hello']);
    subject.expireToken();
    expect(await subject.mailbox.changes(begun.value.cursor)).toMatchObject({
      kind: 'ok',
      value: { appeared: [{ id: stored.id }] },
    });
  });

  test('a grant that is gone asks to connect again, after one renewal', async () => {
    const subject = openedOf(openSubject);
    subject.trouble({ kind: 'revoked' }, 'any', 9);
    expect(await subject.mailbox.account()).toEqual({ kind: 'reconnect-needed', cause: 'revoked' });
    expect(subject.requests()).toBe(2);
  });
});
