import { randomBytes } from 'node:crypto';

import { graphError } from '@postrider/sandbox/graph-errors';
import { messageIdOf } from '@postrider/sandbox/graph-ids';
import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, MailId } from '@postrider/shared/domain/ids';
import { afterEach, describe, expect, test } from 'vitest';

import { openAdatum, type Adatum, type AdatumSwitches } from './support/adatum.ts';
import { writtenBy } from './support/mailbox-subject.ts';

/*
 * What only Graph does: immutable ids, four calls at once, and the words in which it refuses.
 */

const opened: Adatum[] = [];

afterEach(() => {
  for (const adatum of opened.splice(0)) adatum.close();
});

function open(switches: AdatumSwitches = {}): Adatum {
  const adatum = openAdatum(switches);
  opened.push(adatum);
  return adatum;
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const rep = 'Eva Brandt <eva@adatum.example>';
const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));
async function draftIn({ mailbox }: Adatum): Promise<DraftId> {
  const mailId = newMailId();
  const headers = [`X-Postrider-Mail: ${mailId}`];
  const raw = writtenBy(rep, { to: 'kim@initech.example', headers }).toString();
  return value(await mailbox.drafts.create({ mailId, raw }));
}

describe('account', () => {
  test('is the primary address, whatever the rep signs in with', async () => {
    const adatum = open();
    expect(adatum.eva.userPrincipalName).not.toBe(adatum.eva.address);
    expect(value(await adatum.mailbox.account())).toBe('eva@adatum.example');
  });
});

describe('sending', () => {
  test('the sent mail keeps the draft’s name', async () => {
    const adatum = open();
    const draft = await draftIn(adatum);
    expect(await adatum.mailbox.send(draft)).toMatchObject({ kind: 'accepted', id: draft });
    const [sent] = adatum.eva.items('sentitems');
    expect(sent && messageIdOf(sent, true)).toBe(String(draft));
  });

  test.each([403, 429] as const)(
    'over the day’s recipients (%d): sends wait, reading goes on',
    async (status) => {
      const adatum = open({ graph: { submissionQuotaStatus: status } });
      const draft = await draftIn(adatum);
      adatum.exchange.limits.recipientsPerDay = 0;
      expect(await adatum.mailbox.send(draft)).toMatchObject({
        kind: 'rate-limited',
        limit: 'sending',
      });
      expect((await adatum.mailbox.changes(null)).kind).toBe('ok');
      expect(adatum.eva.items('drafts')).toHaveLength(1);
    },
  );

  test('a full mailbox and one that was moved to a server say so in words', async () => {
    const adatum = open();
    const raw = writtenBy(rep, { to: 'kim@initech.example' }).toString();
    adatum.exchange.setCondition(adatum.eva.address, 'full');
    expect(await adatum.mailbox.drafts.create({ mailId: newMailId(), raw })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('full'),
    });
    adatum.microsoft.faults.next({
      response: graphError(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is on-premise.'),
    });
    expect(await adatum.mailbox.sentSince(0, null)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Exchange Server'),
    });
  });

  test('a mail that leaves between the reading and the deleting is not deleted from Sent', async () => {
    const adatum = open();
    const draft = await draftIn(adatum);
    // The very instant before Graph is asked to delete it.
    const mailbox = adatum.again(async (request) => {
      if (request.method === 'DELETE') await adatum.pass(61_000);
      return adatum.microsoft.graphHost(request);
    });
    const { deferredSend } = mailbox.capabilities;
    if (deferredSend.kind === 'no') throw new Error(deferredSend.why);
    const { means } = deferredSend;
    value(await means.handOver(draft, adatum.clock() + 60_000));
    expect(await means.cancel(draft)).toEqual({ kind: 'ok', value: 'left' });
    expect(value(await means.state(draft)).kind).toBe('left');
    expect(adatum.eva.items('sentitems')).toHaveLength(1);
    expect(adatum.calls()).toContain('messages.delete');
  });
});

describe('the four places', () => {
  test('a hundred calls at once are never refused', async () => {
    const adatum = open();
    const drafts = await Promise.all(Array.from({ length: 40 }, () => draftIn(adatum)));
    await Promise.all([
      ...drafts.map((draft) => adatum.mailbox.send(draft)),
      ...drafts.map((draft) => adatum.mailbox.raw(branded(String(draft)))),
      adatum.mailbox.changes(null),
    ]);
    const all = adatum.microsoft.log.all();
    expect(Math.max(...all.map(({ atOnce }) => atOnce))).toBe(4);
    expect(all.filter(({ status }) => status === 429)).toEqual([]);
    // Exchange lets thirty go in a minute, and the rest in the next.
    await adatum.pass(61_000);
    expect(adatum.postOffice.letters()).toHaveLength(40);
  });

  test('a place that another window takes is waited for', async () => {
    const adatum = open();
    adatum.microsoft.faults.next({
      response: graphError(429, 'ApplicationThrottled', 'Over its MailboxConcurrency limit.', {
        'retry-after': '2',
      }),
    });
    const before = adatum.clock();
    expect((await adatum.mailbox.account()).kind).toBe('ok');
    expect(adatum.clock() - before).toBe(2000);
  });

  test('in a browser, which may not read Retry-After, no time is made up', async () => {
    const adatum = open();
    adatum.microsoft.faults.next({ response: graphError(429, 'TooManyRequests', 'Too many.') });
    expect(await adatum.mailbox.account()).toEqual({
      kind: 'rate-limited',
      retryAt: null,
      limit: 'requests',
    });
  });
});

test('every call asks for ids that never change', async () => {
  const adatum = open();
  const asked: (string | null)[] = [];
  const mailbox = adatum.again(async (request) => {
    const copy = request.clone();
    if (copy.url.endsWith('/$batch')) {
      const { requests } = await copy.json();
      for (const part of requests) asked.push(part.headers.Prefer);
    }
    asked.push(copy.headers.get('prefer'));
    return adatum.microsoft.graphHost(request);
  });
  const { cursor } = value(await mailbox.changes(null));
  const mailId = newMailId();
  const raw = writtenBy(rep, { to: 'kim@initech.example' }).toString();
  const draft = value(await mailbox.drafts.create({ mailId, raw }));
  await mailbox.drafts.find(mailId);
  await mailbox.send(draft);
  await mailbox.raw(branded(String(draft)));
  await mailbox.sentSince(0, null);
  value(await mailbox.changes(cursor));
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((text) => !text?.includes('IdType="ImmutableId"'))).toEqual([]);
});

test('looking for a draft again and again reads the rep’s other drafts once', async () => {
  const adatum = open();
  for (let no = 0; no < 8; no += 1) {
    const raw = writtenBy(rep, { to: 'kim@initech.example' });
    adatum.eva.create(raw, { folder: 'drafts', draft: true });
  }
  const mailId = newMailId();
  for (let no = 0; no < 6; no += 1)
    expect(value(await adatum.mailbox.drafts.find(mailId))).toBeNull();
  expect(adatum.calls().filter((call) => call === 'messages.value')).toHaveLength(5);
});

test('a draft that DELETE has only moved to Deleted Items is a draft no more', async () => {
  const adatum = open({ graph: { deleteMovesTo: 'deleted-items' } });
  const { drafts } = adatum.mailbox;
  const mailId = newMailId();
  const headers = [`X-Postrider-Mail: ${mailId}`];
  const raw = writtenBy(rep, { to: 'kim@initech.example', headers }).toString();
  const id = value(await drafts.create({ mailId, raw }));
  expect(value(await drafts.find(mailId))).toBe(id);
  value(await drafts.remove(id));
  expect(adatum.eva.items('deleteditems')).toHaveLength(1);
  expect(value(await drafts.find(mailId))).toBeNull();
});
