import { randomBytes } from 'node:crypto';

import type { Outcome } from '@postrider/shared/application/ports/outcome';
import { createMailboxLease } from '@postrider/shared/application/run-queue/mailbox-lease';
import { branded } from '@postrider/shared/domain/brand';
import type { MailId } from '@postrider/shared/domain/ids';
import { afterEach, describe, expect, test } from 'vitest';

import { type MailboxSubject, writtenBy } from './support/mailbox-subject.ts';
import { subjects } from './support/mailbox-subjects.ts';

const open: MailboxSubject[] = [];

afterEach(() => {
  for (const subject of open.splice(0)) subject.close();
});

const minuteMs = 60_000;

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

const newMailId = () => branded<MailId>(randomBytes(16).toString('base64url'));

describe.each(subjects)('the lease of a mailbox at %s', (_name, openSubject) => {
  function opened() {
    const subject = openSubject();
    open.push(subject);
    const leaseOf = (device: string, mailbox = subject.again()) =>
      createMailboxLease({
        account: subject.address,
        mailbox,
        device,
        newMailId,
        clock: subject.clock,
      });
    return { ...subject, leaseOf };
  }

  test('finds drafts by how their subject begins, and no other mail', async () => {
    const { mailbox, send, saveDraft, rep, clock } = opened();
    const subject = 'Postrider keeps: 1 "word" (a b)';
    const mailId = newMailId();
    const headers = [`X-Postrider-Mail: ${mailId}`];
    const raw = writtenBy(rep, { to: 'kim@initech.example', subject, headers });
    const id = value(await mailbox.drafts.create({ mailId, raw: raw.toString() }));
    saveDraft('other', writtenBy(rep, { to: 'kim@initech.example', subject: `Re: ${subject}` }));
    await send('sent', raw);
    const found = value(await mailbox.drafts.beginning('Postrider keeps'));
    expect(found.map((draft) => [draft.id, draft.subject])).toEqual([[id, subject]]);
    expect(Math.abs((found[0]?.savedAt ?? 0) - clock())).toBeLessThanOrEqual(1000);
    value(await mailbox.drafts.remove(found[0]?.id ?? id));
    expect(value(await mailbox.drafts.beginning('Postrider keeps'))).toEqual([]);
  });

  test('is held by one, and costs no call until it must be renewed', async () => {
    const { leaseOf, drafts, requests, clock } = opened();
    const lease = leaseOf('desk');
    const first = await lease.hold();
    expect(first).toMatchObject({ kind: 'ok', value: { kind: 'mine' } });
    const asked = requests();
    clock.pass(minuteMs);
    await lease.hold();
    expect(requests()).toBe(asked);
    expect(await leaseOf('laptop').hold()).toMatchObject({ value: { kind: 'others' } });
    expect(drafts()).toHaveLength(1);
  });

  test('is renewed without a gap and without a second draft left behind', async () => {
    const { leaseOf, drafts, pass } = opened();
    const lease = leaseOf('desk');
    await lease.hold();
    for (let turn = 0; turn < 5; turn += 1) {
      await pass(5 * minuteMs);
      expect(await lease.hold()).toMatchObject({ value: { kind: 'mine' } });
      expect(await leaseOf('laptop').hold()).toMatchObject({ value: { kind: 'others' } });
      expect(drafts()).toHaveLength(1);
    }
  });

  test('is taken over ten minutes after it ran out, and the sleeper gives way', async () => {
    const { leaseOf, pass, clock, drafts } = opened();
    const desk = leaseOf('desk');
    const laptop = leaseOf('laptop');
    await desk.hold();
    const refused = await laptop.hold();
    if (refused.kind !== 'ok' || refused.value.kind !== 'others') throw new Error('not refused');
    await pass(refused.value.freeAt - clock() - 1000);
    expect(await laptop.hold()).toMatchObject({ value: { kind: 'others' } });
    await pass(1000);
    expect(await laptop.hold()).toMatchObject({ value: { kind: 'mine' } });
    expect(await desk.hold()).toMatchObject({ value: { kind: 'others' } });
    expect(drafts()).toHaveLength(1);
  });

  test('given back, it is free at once', async () => {
    const { leaseOf, drafts } = opened();
    const desk = leaseOf('desk');
    await desk.hold();
    await desk.release();
    expect(drafts()).toHaveLength(0);
    expect(await leaseOf('laptop').hold()).toMatchObject({ value: { kind: 'mine' } });
  });

  test('of two that ask at the same instant one gets it', async () => {
    const { leaseOf, drafts } = opened();
    const answers = await Promise.all(['desk', 'laptop'].map((device) => leaseOf(device).hold()));
    const kinds = answers.map((answer) => (answer.kind === 'ok' ? answer.value.kind : answer.kind));
    expect(kinds.filter((kind) => kind === 'mine')).toHaveLength(1);
    expect(drafts()).toHaveLength(1);
  });

  test('restarted, the same computer goes on', async () => {
    const { leaseOf, drafts } = opened();
    await leaseOf('desk').hold();
    expect(await leaseOf('desk').hold()).toMatchObject({ value: { kind: 'mine' } });
    expect(drafts()).toHaveLength(1);
  });
});
