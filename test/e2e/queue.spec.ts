import { expect, type Page } from '@playwright/test';
import type { Account } from '@postrider/sandbox/accounts';
import { giveConsent, stopWorkers } from '@postrider/sandbox/driver/extension';
import { closeCompose, writeMail } from '@postrider/sandbox/driver/gmail-page';
import type { Sandbox } from '@postrider/sandbox/sandbox';
import PostalMime from 'postal-mime';

import { test as base } from '../support/e2e.ts';
import { askQueue, queueStates } from '../support/queue-words.ts';
import { type Rep, tellWorker } from '../support/rep.ts';
import { lookLater } from '../support/time-travel.ts';

/** The world's clock, which a test may put ahead of the computer's. */
let ahead = 0;

const test = base.extend({
  sandboxOptions: async ({}, use) => {
    ahead = 0;
    await use({ clock: () => Date.now() + ahead });
  },
});

const minuteMs = 60_000;

/** Puts world and worker ahead by so much, as if it had passed. */
async function pass(panel: Page, ms: number): Promise<void> {
  ahead += ms;
  await lookLater(panel, ms);
}

function ana({ google }: Sandbox): Account {
  const account = google.accounts.get('ana@acme.example');
  if (account === undefined) throw new Error('The world has changed.');
  return account;
}

/** A draft as the rep writes it in Gmail; gives its name. */
async function writeDraft(rep: Rep, panel: Page): Promise<string> {
  const compose = await rep.compose(await rep.openGmail());
  const subject = 'Pricing for {{company|you}}';
  await writeMail(compose, { to: [], subject, body: 'Hello {{first_name|there}}, a word on 2027' });
  await closeCompose(compose);
  await expect.poll(() => askQueue(panel, 'group-sources')).toHaveLength(1);
  const [source] = await askQueue(panel, 'group-sources');
  expect(source).toMatchObject({ subject, fields: ['company', 'first_name'] });
  return source?.draftId ?? '';
}

const person = (no: number) => `p${no}@globex.example`;

/** So many good rows, and two that are none. */
const listOf = (count: number) => ({
  text: [
    'Email,First name,Company',
    'nobody at globex,Nobody,Globex',
    'lou@globex.example,Lou,Globex',
    ...Array.from(
      { length: count },
      (_, no) => `${person(no)},${no === 0 ? '' : `Kim ${no}`},Globex`,
    ),
  ].join('\n'),
});

/** Whom each mail went to, by the post office, in the order in which they left. */
function left({ postOffice }: Sandbox): readonly string[] {
  return postOffice
    .letters()
    .map(
      ({ raw }) => /^To: (?:.*\r\n )?<?([^\s<>]+@[^\s<>]+)>?\r$/m.exec(raw.toString())?.[1] ?? '',
    );
}

const everybody = (count: number) => Array.from({ length: count }, (_, no) => person(no));

test('each recipient has a mail of their own, once, though the worker ends in the middle', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await tellWorker(panel, 'suppress', { address: 'lou@globex.example', why: 'asked us to stop' });
  const source = await writeDraft(rep, panel);
  const list = listOf(12);
  const check = await askQueue(panel, 'group-check', { source, list });
  expect(check.faults.map(({ line, fault }) => [line, fault.kind])).toEqual([
    [2, 'invalid'],
    [3, 'suppressed'],
  ]);
  const forecast = await askQueue(panel, 'group-forecast', { source, list });
  expect(forecast).toMatchObject({ count: 12, because: ['bulk.min'] });

  const started = await askQueue(panel, 'group-start', { source, list });
  expect(started).toMatchObject({ kind: 'started', count: 12 });
  await expect.poll(() => left(sandbox).length).toBeGreaterThan(2);
  await stopWorkers(panel);
  await panel.reload();
  await tellWorker(panel, 'look-now');
  // Ten a minute: two wait, and whatever had no answer when the worker ended.
  await expect.poll(async () => (await askQueue(panel, 'queue')).standing.kind).toBe('running');
  expect(left(sandbox).length).toBeLessThanOrEqual(10);
  await askQueue(panel, 'queue-pause', { group: 'all' });
  await pass(panel, 3 * minuteMs);
  const whilePaused = left(sandbox);
  await askQueue(panel, 'queue-resume', { group: 'all' });
  await expect.poll(() => left(sandbox).length).toBe(12);
  expect(whilePaused.length).toBeLessThan(12);

  expect(left(sandbox).toSorted()).toEqual(everybody(12).toSorted());
  const letters = await Promise.all(
    sandbox.postOffice.letters().map(({ raw }) => PostalMime.parse(raw)),
  );
  expect(new Set(letters.map(({ subject }) => subject))).toEqual(new Set(['Pricing for Globex']));
  const texts = letters.map(({ text = '' }) => text.trim()).toSorted();
  expect(texts).toEqual(
    everybody(12)
      .map((_, no) => `Hello ${no === 0 ? 'there' : `Kim ${no}`}, a word on 2027`)
      .toSorted(),
  );
  await expect.poll(async () => (await askQueue(panel, 'queue')).waiting).toBe(0);
  expect(new Set((await queueStates(panel)).values())).toEqual(new Set(['sent']));
});

test('a mail whose draft is deleted in Gmail is cancelled, and so is the rest by a word', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await tellWorker(panel, 'suppress', { address: 'lou@globex.example', why: '' });
  const source = await writeDraft(rep, panel);
  await askQueue(panel, 'group-start', { source, list: listOf(13) });
  await expect.poll(() => left(sandbox).length).toBe(10);
  const [deleted, next, last] = [person(10), person(11), person(12)];
  const draftTo = (address: string) =>
    ana(sandbox)
      .messages('DRAFT')
      .find(({ raw }) => raw.includes(`<${address}>`));
  await expect.poll(() => draftTo(last)).toBeDefined();
  ana(sandbox).erase(draftTo(deleted)?.id ?? '');
  const entries = await askQueue(panel, 'queue-entries', { limit: 100, offset: 0 });
  const mail = entries.find(({ address }) => address === last)?.mailId;
  await askQueue(panel, 'queue-cancel', { mail });
  await expect.poll(() => draftTo(last)).toBeUndefined();
  await pass(panel, minuteMs);
  await tellWorker(panel, 'look-now');
  await expect.poll(() => left(sandbox).length).toBe(11);
  expect(left(sandbox)).toContain(next);

  const states = async () => {
    const all = await askQueue(panel, 'queue-entries', { limit: 100, offset: 0 });
    return all
      .filter(({ state }) => state.kind === 'cancelled')
      .map((one) => [one.address, one.state] as const);
  };
  await expect
    .poll(async () => new Map(await states()))
    .toEqual(
      new Map([
        [deleted, { kind: 'cancelled', by: 'draft-deleted' }],
        [last, { kind: 'cancelled', by: 'person' }],
      ]),
    );
  // The group is over: nothing of it is left among the drafts but the draft that the rep wrote.
  await expect.poll(() => ana(sandbox).messages('DRAFT').length).toBeLessThanOrEqual(2);
});

test('a list of 2,000 with 30 bad rows: 30 reasons, a forecast, and a queue that keeps still', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  const source = await writeDraft(rep, panel);
  const rows = Array.from({ length: 2000 }, (_, no) =>
    no % 67 === 0 ? `row ${no} without address,Kim,Globex` : `${person(no)},Kim,Globex`,
  );
  const list = { text: ['Email,First name,Company', ...rows].join('\n') };
  const check = await askQueue(panel, 'group-check', { source, list });
  expect(check).toMatchObject({ good: 1970, cut: false });
  expect(check.faults.map(({ line, fault }) => [line, fault.kind])).toEqual(
    Array.from({ length: 30 }, (_, no) => [2 + 67 * no, 'invalid']),
  );
  const forecast = await askQueue(panel, 'group-forecast', { source, list });
  expect(forecast).toMatchObject({ count: 1970, because: ['bulk.min', 'bulk.day'] });
  expect(forecast.days.length).toBeGreaterThan(1);

  await askQueue(panel, 'group-start', { source, list });
  await askQueue(panel, 'queue-pause', { group: 'all' });
  await tellWorker(panel, 'disconnect');
  expect((await askQueue(panel, 'queue')).waiting).toBe(0);
  const gone = left(sandbox).length;
  expect(gone).toBeLessThanOrEqual(10);
  const button = panel.getByRole('button', { name: 'Connect Gmail' });
  await giveConsent(rep.context, 'ana@acme.example', () => button.click());
  await expect.poll(async () => (await askQueue(panel, 'queue')).waiting).toBe(1970 - gone);
  const [group] = (await askQueue(panel, 'queue')).groups;
  expect(group?.state).toEqual({ kind: 'paused', by: 'person' });
  await askQueue(panel, 'queue-cancel', { group: group?.id });
  await expect.poll(async () => (await askQueue(panel, 'queue')).waiting).toBe(0);
  expect(left(sandbox)).toHaveLength(gone);
});

test('a group mail from the panel: draft, list, forecast, start, pause', async ({
  rep,
  sandbox,
}) => {
  const panel = await rep.connect();
  await writeDraft(rep, panel);
  await panel.bringToFront();
  await panel.getByRole('tab', { name: 'Queue' }).click();
  await panel.getByRole('button', { name: 'New group mail' }).click();
  const draft = panel.getByLabel('Draft');
  await draft.selectOption({ index: 1 }).catch(() => draft.click());
  await panel.getByRole('textbox', { name: /Addresses/ }).fill(listOf(14).text);
  await expect(panel.getByText('1 row is left out')).toBeVisible();
  await expect(panel.getByText('1 not an address')).toBeVisible();
  await expect(panel.getByText(/while Chrome is open/)).toBeVisible();
  await panel.getByRole('button', { name: 'Send to 15 people' }).click();
  await expect.poll(() => left(sandbox).length).toBe(10);
  await panel.getByRole('button', { name: 'Pause' }).click();
  const progress = panel.getByText('10 of 15 sent · Paused by you').filter({ visible: true });
  await expect(progress).toBeVisible();
  await pass(panel, minuteMs);
  expect(left(sandbox)).toHaveLength(10);
  await panel.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => left(sandbox).length).toBe(15);
  await expect(panel.getByText(/Done/).filter({ visible: true }).first()).toBeVisible();
});
