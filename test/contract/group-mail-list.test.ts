import type { Decision } from '@postrider/shared/application/ports/decision-log';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';
import { afterEach, expect, test } from 'vitest';

import { openGmailSubject } from './support/gmail-subject.ts';
import { groupDraft, openGrouped, type Grouped } from './support/grouped.ts';

const open: Grouped[] = [];

afterEach(() => {
  for (const grouped of open.splice(0)) grouped.close();
});

const dayMs = 24 * 3_600_000;

const workspace: readonly PlanLimit[] = [
  { id: 'minute', counts: 'messages', max: 10, windowMs: 60_000 },
  { id: 'day', counts: 'messages', max: 1500, windowMs: dayMs },
];

async function opened(policy: Policy = {}): Promise<Grouped> {
  const grouped = await openGrouped(openGmailSubject(), { limits: workspace, policy });
  open.push(grouped);
  return grouped;
}

const suppressed = (no: number): Decision => ({
  v: 1,
  id: `by-hand ${no}`,
  decidedAt: no,
  by: 'person',
  why: '',
  kind: 'suppress',
  address: `suppressed${no}@initech.example`,
  because: 'by-hand',
});

/** 1,970 good rows with six bad ones of each kind among them. */
function listOf2000(): string {
  const rows = Array.from(
    { length: 1970 },
    (_, no) => `p${no}@initech.example,Kim ${no},"Initech, ${no}"`,
  );
  for (let no = 0; no < 6; no += 1) {
    rows.splice(300 * no + 10, 0, `no address ${no},Kim,Initech`);
    rows.splice(300 * no + 20, 0, `P${no}@Initech.example,Kim again,Initech`);
    rows.splice(300 * no + 30, 0, `suppressed${no}@initech.example,Kim,Initech`);
    rows.splice(300 * no + 40, 0, `p${no}@mail.blocked.example,Kim,Initech`);
    rows.splice(300 * no + 50, 0, `nameless${no}@initech.example, ,Initech`);
  }
  return ['\uFEFFE-Mail,First Name,Company', ...rows].join('\r\n');
}

test('a CSV of 2,000 rows with 30 bad ones gives 30 reasons, and a forecast by days', async () => {
  const grouped = await opened({ blockedDomains: ['blocked.example'] });
  for (let no = 0; no < 6; no += 1) await grouped.stores.decisions.append(suppressed(no));
  const text = 'Hello {{first_name}} of {{company}}';
  const source = await grouped.draft(groupDraft(grouped.rep, { text, html: text }));
  const list = { text: listOf2000() };
  const check = await grouped.backend.checkList(source, list);
  expect(check).toMatchObject({
    columns: ['E-Mail', 'First Name', 'Company'],
    addressColumn: 'E-Mail',
    good: 1970,
    cut: false,
  });
  const counts = new Map<string, number>();
  for (const { fault } of check.faults) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
  expect([...counts]).toEqual([
    ['invalid', 6],
    ['duplicate', 6],
    ['suppressed', 6],
    ['blocked', 6],
    ['missing-field', 6],
  ]);
  // Row 12 of the spreadsheet: the head, ten good ones, and this one.
  expect(check.faults[0]).toEqual({ line: 12, text: 'no address 0', fault: { kind: 'invalid' } });
  expect(check.faults.find(({ fault }) => fault.kind === 'missing-field')).toEqual({
    line: 52,
    text: 'nameless0@initech.example',
    fault: { kind: 'missing-field', fields: ['first_name'] },
  });

  const forecast = await grouped.backend.forecast(source, list);
  expect(forecast.count).toBe(1970);
  expect(forecast.days.reduce((sum, { count }) => sum + count, 0)).toBe(1970);
  expect(forecast.days.map(({ count }) => count)).toEqual([1500, 470]);
  expect(forecast.days[0]?.from).toBe(grouped.clock());
  // 1,500 leave at ten a minute; the others wait until those leave the window of a day, in the same steps.
  const last = grouped.clock() + dayMs + 46 * 60_000;
  expect(forecast.days[1]?.until).toBe(last);
  expect(forecast.because).toContain('day');

  const preview = await grouped.backend.preview(source, list, 1);
  expect(preview).toMatchObject({
    address: 'p1@initech.example',
    text: 'Hello Kim 1 of Initech, 1',
    missing: [],
  });
  expect(await grouped.backend.preview(source, list, 1970)).toBeNull();

  const started = await grouped.backend.start(source, list);
  expect(started).toMatchObject({ kind: 'started', count: 1970 });
  const queue = await grouped.backend.queue();
  expect(queue).toMatchObject({ waiting: 1970, nextAt: grouped.clock(), doneAt: last });
  const page = await grouped.backend.entries({ limit: 3, offset: 1500 });
  expect(page.map(({ address, because }) => [address, because])).toEqual(
    [1500, 1501, 1502].map((no) => [`p${no}@initech.example`, ['day']]),
  );
});

test('a list of more than 10,000 is not begun', async () => {
  const grouped = await opened();
  const source = await grouped.draft(groupDraft(grouped.rep));
  const list = {
    text: Array.from({ length: 10_001 }, (_, no) => `p${no}@initech.example`).join('\n'),
  };
  expect(await grouped.backend.checkList(source, list)).toMatchObject({ good: 10_000, cut: true });
  expect(await grouped.backend.start(source, list)).toEqual({ kind: 'too-many', max: 10_000 });
  expect(await grouped.backend.start(source, { text: 'nobody' })).toEqual({
    kind: 'nothing-to-send',
  });
  expect((await grouped.backend.queue()).waiting).toBe(0);
});

test('without a list it goes to the people in To, each alone', async () => {
  const grouped = await opened();
  const people = 'Kim Lee <kim@initech.example>, lou@initech.example, kim@initech.example';
  const source = await grouped.draft(groupDraft(grouped.rep, { to: people }));
  expect(await grouped.backend.checkList(source, { text: '' })).toMatchObject({ good: 2 });
  await grouped.backend.start(source, { text: '' });
  await grouped.runToEnd();
  const letters = await grouped.letters();
  expect(letters.map(({ to, text }) => [to?.[0]?.address, to?.length, text?.trim()])).toEqual([
    ['kim@initech.example', 1, 'Hello Kim,'],
    ['lou@initech.example', 1, 'Hello there,'],
  ]);
});

test('a mail that is sent next leaves before all others, and one alone can be cancelled', async () => {
  const grouped = await opened();
  const source = await grouped.draft(groupDraft(grouped.rep));
  const text = Array.from({ length: 30 }, (_, no) => `p${no}@initech.example`).join('\n');
  await grouped.backend.start(source, { text });
  await grouped.run();
  const before = await grouped.backend.entries({ limit: 100, offset: 0, states: ['drafted'] });
  const [first, second] = before;
  const last = before.at(-1);
  if (first === undefined || second === undefined || last === undefined)
    throw new Error('no queue');
  await grouped.backend.sendNext(last.mailId);
  await grouped.backend.cancel({ mail: second.mailId });
  const [next] = await grouped.backend.entries({ limit: 1, offset: 0 });
  expect(next?.address).toBe('p29@initech.example');
  await grouped.runToEnd();
  const left = (await grouped.letters()).map(({ to }) => to?.[0]?.address);
  expect(left[10]).toBe('p29@initech.example');
  expect(left).toHaveLength(29);
  expect(left).not.toContain(second.address);
});

test('what was kept of a group mail is removed when it is cancelled; the rep’s own draft stays', async () => {
  const grouped = await opened();
  const source = await grouped.draft(groupDraft(grouped.rep));
  const started = await grouped.backend.start(source, { text: 'kim@initech.example' });
  if (started.kind !== 'started') throw new Error(started.kind);
  expect(grouped.drafts()).toHaveLength(2);
  await grouped.backend.cancel({ group: started.id });
  expect((await grouped.backend.sources()).map(({ draftId }) => draftId)).toEqual([source]);
  expect(grouped.drafts()).toHaveLength(1);
});

test('no group mail is offered that we made ourselves, and each says what it asks for', async () => {
  const grouped = await opened();
  const file = Buffer.alloc(5000, 'x');
  const source = await grouped.draft(groupDraft(grouped.rep, { file }));
  await grouped.backend.start(source, { text: 'kim@initech.example\nlou@initech.example' });
  await grouped.run();
  expect(await grouped.backend.sources()).toEqual([
    {
      draftId: source,
      subject: 'Offer for {{company|you}}',
      fields: ['company', 'first_name'],
      attachmentBytes: 5010,
    },
  ]);
});
