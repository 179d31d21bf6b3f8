import { randomBytes } from 'node:crypto';

import { branded } from '@postrider/shared/domain/brand';
import type { DraftId } from '@postrider/shared/domain/ids';
import type { Email } from 'postal-mime';
import { afterEach, describe, expect, test } from 'vitest';

import {
  groupDraft,
  logo,
  openGrouped,
  to,
  type Grouped,
  type GroupedChange,
} from './support/grouped.ts';
import type { MailboxSubject } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

const people = (count: number) =>
  Array.from({ length: count }, (_, no) => `p${no}@initech.example`);

const csv = (count: number) =>
  [
    'Email;First name;Company',
    ...people(count).map((one, no) => `${one};Kim ${no};Initech ${no}`),
  ].join('\n');

describe.each(subjects)('a group mail at %s', (_provider, openSubject) => {
  async function opened(change: GroupedChange = {}): Promise<Grouped> {
    const subject = openSubject();
    open.push(subject);
    return openGrouped(subject, change);
  }

  test('goes to sixty, each a mail of their own, with everything the draft has', async () => {
    const grouped = await opened();
    const file = randomBytes(20_000);
    const source = await grouped.draft(groupDraft(grouped.rep, { file }));
    const started = await grouped.backend.start(source, { text: csv(60) });
    expect(started).toMatchObject({ kind: 'started', count: 60 });
    await grouped.runToEnd();
    const letters = await grouped.letters();
    expect(letters.map(to)).toEqual(people(60));
    for (const [no, letter] of letters.entries()) expectWhole(letter, no, file);
    expect(await kinds(grouped)).toEqual(people(60).map(() => 'sent'));
  });

  test('shows values as text, whatever stands in them', async () => {
    const grouped = await opened();
    const html = '<p>{{first_name}}</p><a href="{{link}}">look</a>';
    const text = '{{first_name}}';
    const source = await grouped.draft(
      groupDraft(grouped.rep, { subject: 'For {{first_name}}', html, text }),
    );
    const hostile = '<script>alert(1)</script>\r\nBcc: eve@evil.example';
    const list = `email,first_name,link\nkim@initech.example,"${hostile}",https://initech.example/a?b=1&c="\nlou@initech.example,=cmd|' /C calc'!A0,javascript:alert(1)`;
    await grouped.backend.start(source, { text: list });
    await grouped.runToEnd();
    const [kim, ...others] = await grouped.letters();
    expect(others).toEqual([]);
    expect(kim?.subject).toBe('For <script>alert(1)</script> Bcc: eve@evil.example');
    expect(kim?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(kim?.html).not.toContain('<script');
    expect(kim?.html).toContain('href="https://initech.example/a?b=1&amp;c=%22"');
    expect(kim?.bcc ?? []).toEqual([]);
    expect(kim?.headers.filter(({ key }) => key === 'bcc')).toEqual([]);
    expect(kim?.text?.trim().split(/\r?\n/)).toEqual(hostile.split('\r\n'));
    const entries = await grouped.backend.entries({ limit: 10, offset: 0 });
    const lou = entries.find(({ address }) => address === 'lou@initech.example');
    // No script can stand in a link, so that one mail is listed with its reason.
    expect(lou?.state).toMatchObject({ kind: 'refused' });
  });

  test('that is cancelled leaves no mail, no draft and nothing held', async () => {
    const grouped = await opened();
    const source = await grouped.draft(groupDraft(grouped.rep));
    const before = grouped.drafts().length;
    const started = await grouped.backend.start(source, { text: csv(40) });
    if (started.kind !== 'started') throw new Error(started.kind);
    await grouped.run();
    expect(grouped.drafts().length).toBeGreaterThan(before + 1);
    const left = grouped.left();
    await grouped.backend.cancel({ group: started.id });
    expect(grouped.drafts()).toHaveLength(before);
    await grouped.pass(3_600_000);
    await grouped.runToEnd();
    expect(grouped.left()).toBe(left);
    expect((await grouped.backend.queue()).waiting).toBe(0);
  });

  test('that is paused keeps still, and goes on where it was', async () => {
    const grouped = await opened();
    const source = await grouped.draft(groupDraft(grouped.rep));
    await grouped.backend.start(source, { text: csv(25) });
    await grouped.run();
    await grouped.backend.pause('all');
    const left = grouped.left();
    await grouped.pass(3_600_000);
    await grouped.run();
    expect(grouped.left()).toBe(left);
    const [entry] = await grouped.backend.entries({ limit: 1, offset: 0 });
    expect(entry).toMatchObject({ plannedAt: null });
    await grouped.backend.resume('all');
    await grouped.runToEnd();
    expect((await grouped.letters()).map(to).toSorted()).toEqual(people(25).toSorted());
  });

  test('stops where its draft is deleted, and says so', async () => {
    const grouped = await opened();
    const source = await grouped.draft(groupDraft(grouped.rep));
    await grouped.backend.start(source, { text: csv(300) });
    await grouped.run();
    const copy = grouped.drafts().find(({ raw }) => raw.includes('postrider-list-'));
    grouped.erase(copy?.id ?? '');
    await grouped.pass(3_600_000);
    for (let runs = 0; runs < 40; runs += 1) {
      const { nextAt } = await grouped.run();
      if (nextAt === null) break;
      await grouped.pass(Math.max(1, nextAt - grouped.clock()));
    }
    const [group] = (await grouped.backend.queue()).groups;
    expect(group?.state).toEqual({ kind: 'paused', by: 'source-gone' });
    expect(group?.waiting).toBeGreaterThan(0);
  });

  test('is made of a draft that is followed, too, and of none of the queue’s', async () => {
    const grouped = await opened();
    const raw = groupDraft(grouped.rep).toString();
    const header = `X-Postrider-Mail: ${randomBytes(16).toString('base64url')}`;
    const source = await grouped.draft(Buffer.from(`${header}\r\n${raw}`));
    grouped.clock.pass(1000);
    await grouped.backend.start(source, { text: csv(150) });
    await grouped.run();
    const offered = await grouped.backend.sources();
    expect(offered.map(({ draftId, subject: title }) => [draftId, title])).toEqual([
      [source, 'Offer for {{company|you}}'],
    ]);
  });

  test('stops where its draft asks for what the list does not say, and refuses nobody', async () => {
    const grouped = await opened();
    const source = await grouped.draft(groupDraft(grouped.rep));
    const started = await grouped.backend.start(source, { text: csv(30) });
    if (started.kind !== 'started') throw new Error(started.kind);
    // As if the rep had written a new field into it.
    grouped.clock.pass(1000);
    const other = await grouped.draft(groupDraft(grouped.rep, { text: 'See you in {{city}}' }));
    const group = await grouped.stores.outbox.group(started.id);
    if (group === null) throw new Error('it is gone');
    const changed = { draftId: branded<DraftId>(other), messageId: null };
    await grouped.stores.outbox.putGroup({ ...group, source: changed });
    await grouped.run();
    grouped.clock.pass(3000);
    const [view] = (await grouped.backend.queue()).groups;
    expect(view).toMatchObject({
      state: { kind: 'paused', by: 'source-changed' },
      waiting: 30,
      other: 0,
    });
    expect(grouped.left()).toBe(0);
  });

  test('refuses in the middle who has been suppressed since, and lists the reason', async () => {
    const grouped = await opened({
      limits: [{ id: 'minute', counts: 'messages', max: 1, windowMs: 120_000 }],
    });
    const source = await grouped.draft(groupDraft(grouped.rep));
    await grouped.backend.start(source, { text: csv(3) });
    await grouped.run();
    await grouped.stores.decisions.append({
      v: 1,
      id: 'by-hand',
      decidedAt: grouped.clock(),
      by: 'person',
      why: '',
      kind: 'suppress',
      address: 'p1@initech.example',
      because: 'by-hand',
    });
    await grouped.runToEnd();
    expect((await grouped.letters()).map(to)).toEqual(['p0@initech.example', 'p2@initech.example']);
    const entries = await grouped.backend.entries({ limit: 10, offset: 0 });
    expect(entries.find(({ state }) => state.kind === 'refused')).toMatchObject({
      address: 'p1@initech.example',
      state: { reason: 'This address is on your list of suppressed addresses.' },
    });
  });
});

function expectWhole(letter: Email, no: number, file: Buffer): void {
  expect(letter.subject).toBe(`Offer for Initech ${no}`);
  expect(letter.text?.trim()).toBe(`Hello Kim ${no},`);
  expect(letter.html).toContain(`<p>Hello Kim ${no},<img src="cid:`);
  expect(letter.cc ?? []).toEqual([]);
  expect(letter.bcc ?? []).toEqual([]);
  const contents = letter.attachments.map(({ content }) =>
    content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.alloc(0),
  );
  expect(letter.attachments.map(({ filename }) => filename)).toEqual(['logo.png', 'offer.pdf']);
  expect(contents[0]?.equals(logo)).toBe(true);
  expect(contents[1]?.equals(file)).toBe(true);
}

async function kinds({ backend }: Grouped): Promise<readonly string[]> {
  const entries = await backend.entries({ limit: 1000, offset: 0 });
  return entries.map(({ state }) => state.kind);
}

test('a mail that is cancelled while its draft is made does not leave', async () => {
  const [, openGmail] = subjects[0] ?? [];
  const subject = openGmail?.();
  if (subject === undefined) throw new Error('no Gmail');
  open.push(subject);
  const grouped = await openGrouped(subject);
  const source = await grouped.draft(groupDraft(grouped.rep));
  const started = await grouped.backend.start(source, { text: csv(3) });
  if (started.kind !== 'started') throw new Error(started.kind);
  // The group is cancelled while the runner reads its draft for the first mail.
  const { whole } = grouped.mailbox.drafts;
  let cancelled: Promise<void> | null = null;
  const drafts = {
    ...grouped.mailbox.drafts,
    whole: async (...asked: Parameters<typeof whole>) => {
      cancelled ??= grouped.backend.cancel({ group: started.id });
      await cancelled;
      return whole(...asked);
    },
  };
  Object.assign(grouped.mailbox, { drafts });
  await grouped.runToEnd();
  expect(cancelled).not.toBeNull();
  expect(grouped.left()).toBe(0);
  expect(await kinds(grouped)).toEqual(['cancelled', 'cancelled', 'cancelled']);
});
