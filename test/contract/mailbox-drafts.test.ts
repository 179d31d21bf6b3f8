import { randomBytes } from 'node:crypto';

import type { DraftPage, ListedDraft } from '@postrider/shared/application/ports/mailbox';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import { messageId, type DraftId, type MailId } from '@postrider/shared/domain/ids';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, test } from 'vitest';

import { type MailboxSubject, writtenBy } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

describe.each(subjects)('drafts at %s', (_name, openSubject) => {
  const opened = () => {
    const subject = openSubject();
    open.push(subject);
    return subject;
  };

  test('lists all of them, the newest first, with our mailId where they carry one', async () => {
    const subject = opened();
    const { mailbox, rep, clock } = subject;
    subject.saveDraft('by-hand', writtenBy(rep, { to: 'kim@initech.example', subject: 'By hand' }));
    const mailIds: MailId[] = [];
    for (let no = 0; no < 60; no += 1) {
      clock.pass(1000);
      const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
      const headers = [`X-Postrider-Mail: ${mailId}`];
      const raw = writtenBy(rep, { to: 'kim@initech.example', subject: `No ${no}`, headers });
      value(await mailbox.drafts.create({ mailId, raw: raw.toString() }));
      mailIds.unshift(mailId);
    }
    const listed = await all(subject);
    expect(listed.map(({ mailId }) => mailId)).toEqual([...mailIds, null]);
    expect(listed.map(({ subject: title }) => title).slice(-2)).toEqual(['No 0', 'By hand']);
  });

  test('gives all bytes of one that is larger than what is read of a notice', async () => {
    const subject = opened();
    const { mailbox, rep } = subject;
    const file = randomBytes(1_200_000);
    subject.saveDraft('big', withFile(rep, file));
    const [draft] = await all(subject);
    const whole = value(await mailbox.drafts.whole(draft?.id ?? branded<DraftId>(''), null));
    const parsed = await PostalMime.parse(whole?.raw ?? new Uint8Array());
    expect(parsed.subject).toBe('Big');
    const [attached] = parsed.attachments;
    const content = attached?.content;
    if (!(content instanceof ArrayBuffer)) throw new Error('nothing is attached');
    expect(Buffer.from(content).equals(file)).toBe(true);
  });

  test('says that one is gone, and that one has left', async () => {
    const { mailbox, rep, drafts, erase } = opened();
    const make = async () => {
      const mailId = branded<MailId>(randomBytes(16).toString('base64url'));
      const headers = [`X-Postrider-Mail: ${mailId}`];
      const raw = writtenBy(rep, { to: 'kim@initech.example', headers }).toString();
      return value(await mailbox.drafts.create({ mailId, raw }));
    };
    const erased = await make();
    erase(drafts()[0]?.id ?? '');
    expect(value(await mailbox.drafts.whole(erased, null))).toBeNull();
    const sent = await make();
    expect((await mailbox.send(sent)).kind).toBe('accepted');
    expect(value(await mailbox.drafts.whole(sent, null))).toBeNull();
  });
});

test('a draft to which Gmail’s editor gives another name is found by its Message-ID', async () => {
  const [, openGmail] = subjects[0] ?? [];
  const subject = openGmail?.();
  if (subject === undefined) throw new Error('no Gmail');
  open.push(subject);
  const { mailbox, rep } = subject;
  subject.saveDraft('a', writtenBy(rep, { to: 'kim@initech.example', subject: 'First' }));
  const [before] = value(await mailbox.drafts.list(null)).drafts;
  const id = before?.id ?? branded<DraftId>('');
  const first = value(await mailbox.drafts.whole(id, null));
  const parsed = await PostalMime.parse(first?.raw ?? '');
  const own = messageId(parsed.messageId ?? '');
  const dead = branded<DraftId>('r-1234');
  expect(value(await mailbox.drafts.whole(dead, null))).toBeNull();
  expect(value(await mailbox.drafts.whole(dead, own))?.id).toBe(id);
});

async function all({ mailbox }: MailboxSubject): Promise<readonly ListedDraft[]> {
  const drafts: ListedDraft[] = [];
  for (let page: string | null = null, pages = 0; page !== null || pages === 0; pages += 1) {
    const read: DraftPage = value(await mailbox.drafts.list(page));
    drafts.push(...read.drafts);
    page = read.next;
  }
  return drafts;
}

function withFile(rep: string, file: Buffer): Buffer {
  const lines = file.toString('base64').match(/.{1,76}/g) ?? [];
  return Buffer.from(
    [
      `From: ${rep}`,
      'To: kim@initech.example',
      'Subject: Big',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hello',
      '--b',
      'Content-Type: application/pdf; name="offer.pdf"',
      'Content-Disposition: attachment; filename="offer.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      ...lines,
      '--b--',
      '',
    ].join('\r\n'),
  );
}
