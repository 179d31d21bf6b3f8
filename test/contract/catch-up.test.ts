import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, MailId } from '@postrider/shared/domain/ids';
import { afterEach, expect, test } from 'vitest';

import { letter, receive } from './support/acme.ts';
import { openWatchedAcme, type WatchedAcme } from './support/watched-acme.ts';

let acme: WatchedAcme | null = null;

afterEach(() => {
  acme?.close();
  acme = null;
});

/** A mailbox in which a thousand messages have arrived while Chrome was closed, some of them answers to our own mail. */
async function away() {
  const opened = await openWatchedAcme();
  acme = opened;
  await opened.look();
  const sent = await opened.sendAndSettle();
  for (let no = 0; no < 1000; no += 1) {
    opened.clock.pass(1000);
    const answer = no % 20 === 0 ? [`In-Reply-To: ${sent.messageId}`] : [];
    receive(opened.ana, [`From: kim${no}@initech.example`, 'Subject: Re: Pricing', ...answer]);
  }
  opened.google.limits.concurrent = 10;
  opened.google.log.clear();
  return opened;
}

const refusals = ({ google }: WatchedAcme) =>
  google.log.all().filter(({ status }) => status !== 200);

test('1,000 new messages are read inside Google’s limits, and every answer is in the feed', async () => {
  const opened = await away();
  const startedAt = opened.clock();
  expect((await opened.look()).kind).toBe('looked');
  expect(refusals(opened)).toEqual([]);
  expect(opened.google.log.units()).toBeLessThanOrEqual(21_000);
  expect(opened.google.log.httpRequests()).toBeLessThanOrEqual(125);
  expect(opened.clock() - startedAt).toBeLessThan(4 * 60_000);
  expect((await opened.kinds()).filter((kind) => kind === 'replied')).toHaveLength(50);
});

test('a send in the meantime goes at once, and neither of the two is refused', async () => {
  const opened = await away();
  const raw = letter({ to: 'lou@initech.example', subject: 'In between' }).toString();
  const drafts: DraftId[] = [];
  for (let no = 0; no < 3; no += 1) {
    const mailId = branded<MailId>(`in-between-${no}`);
    const draft = await opened.mailbox.drafts.create({ mailId, raw });
    if (draft.kind !== 'ok') throw new Error(draft.kind);
    drafts.push(draft.value);
  }
  const looking = opened.look();
  const delays: number[] = [];
  for (const draft of drafts) {
    const before = opened.google.log.all().length;
    while (opened.google.log.all().length < before + 100) {
      await new Promise((resolve) => void setImmediate(resolve));
    }
    const askedAt = opened.clock();
    const asked = opened.google.log.all().length;
    expect(await opened.mailbox.send(draft)).toMatchObject({ kind: 'accepted' });
    const since = opened.google.log.all().slice(asked);
    delays.push(since.findIndex(({ call }) => call === 'drafts.send'));
    expect(since.find(({ call }) => call === 'drafts.send')?.at).toBe(askedAt);
  }
  expect((await looking).kind).toBe('looked');
  // At most the batch that was under way is answered before the send.
  expect(Math.max(...delays)).toBeLessThanOrEqual(9);
  expect(refusals(opened)).toEqual([]);
  expect(
    opened.ana.messages('SENT').filter(({ raw: bytes }) => bytes.includes('In between')),
  ).toHaveLength(3);
});
