import { expect, test } from 'vitest';

import { endAtEveryAwait } from './support/every-await.ts';
import { openGraphSubject } from './support/graph-subject.ts';
import { hourMs, openLater, type Later } from './support/later.ts';

/** What is left in the end: mails that left, drafts that lie about, events, and what the list still shows. */
async function leftOf(rep: Later) {
  return {
    left: rep.left(),
    drafts: rep.drafts().length,
    events: await rep.kinds(),
    standings: await rep.standings(),
  };
}

const nothingElse = { drafts: 0, standings: [] };

test.for([
  { name: 'a new mail', saved: false },
  { name: 'a draft that the rep saved', saved: true },
])(
  'ended at every await of handing over $name, it leaves once and nothing is lost',
  { timeout: 120_000 },
  async ({ saved }, task) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const rep = await openLater(openGraphSubject());
      const { mail, draft } = rep.compose();
      const raw = draft.kind === 'new' ? draft.raw : '';
      const made = saved ? await rep.mailbox.drafts.create({ mailId: mail.mailId, raw }) : null;
      const given = made?.kind === 'ok' ? { kind: 'saved' as const, id: made.value } : draft;
      const leavesAt = rep.clock() + hourMs;
      const end = await worker.live(() => rep.program(worker).handOver(mail, given, leavesAt));
      // The rep sees that nothing happened and presses again.
      await rep.program().handOver(mail, given, leavesAt);
      await rep.pass(hourMs + 1000);
      await rep.lookTwice();
      await rep.program().settle();
      expect({ where, ...(await leftOf(rep)) }).toEqual({
        where,
        ...nothingElse,
        left: 1,
        events: ['sent'],
      });
      rep.close();
      return end;
    });
    await task.annotate(share.words);
    expect(share.hit).toBe(share.awaits);
  },
);

test(
  'ended at every await of handing over, settling alone carries the wish out or says what it came to',
  { timeout: 120_000 },
  async ({ annotate }) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const rep = await openLater(openGraphSubject());
      const { mail, draft } = rep.compose();
      const leavesAt = rep.clock() + hourMs;
      const end = await worker.live(() => rep.program(worker).handOver(mail, draft, leavesAt));
      const wished = (await rep.stores.followed.byMailId(mail.mailId)) !== null;
      await rep.pass(2 * 60_000);
      await rep.program().settle();
      await rep.pass(hourMs);
      await rep.lookTwice();
      await rep.program().settle();
      const after = await leftOf(rep);
      // Nobody was told of a wish that was never written down; one without a draft is told as gone.
      const isLost = wished && after.left === 0;
      expect({ where, ...after }).toEqual({
        where,
        drafts: 0,
        left: isLost || !wished ? 0 : 1,
        events: isLost || !wished ? [] : ['sent'],
        standings: isLost ? ['gone'] : [],
      });
      rep.close();
      return end;
    });
    await annotate(share.words);
    expect(share.hit).toBe(share.awaits);
    expect(share.kinds).toContain('followed.put');
  },
);

test(
  'ended at every await of cancelling, nothing leaves and nothing stays',
  { timeout: 120_000 },
  async ({ annotate }) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const rep = await openLater(openGraphSubject());
      const { mail, draft, mailId } = rep.compose();
      await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
      const end = await worker.live(() => rep.program(worker).cancel(mailId));
      await rep.pass(2 * 60_000);
      const pressed = await rep.stores.followed.byMailId(mailId);
      const isWritten = pressed?.handedOver?.stage !== 'held';
      if (isWritten) await rep.program().settle();
      else await rep.program().cancel(mailId);
      await rep.pass(2 * hourMs);
      await rep.lookTwice();
      expect({ where, ...(await leftOf(rep)) }).toEqual({
        where,
        ...nothingElse,
        left: 0,
        events: [],
      });
      rep.close();
      return end;
    });
    await annotate(share.words);
    expect(share.hit).toBe(share.awaits);
  },
);

test(
  'ended at every await of settling what has left, it is told once',
  { timeout: 120_000 },
  async ({ annotate }) => {
    const share = await endAtEveryAwait(async (worker, where) => {
      const rep = await openLater(openGraphSubject());
      const { mail, draft } = rep.compose();
      await rep.deferred.handOver(mail, draft, rep.clock() + hourMs);
      await rep.pass(hourMs + 5 * 60_000);
      const end = await worker.live(() => rep.program(worker).settle());
      await rep.program().settle();
      await rep.lookTwice();
      expect({ where, ...(await leftOf(rep)) }).toEqual({
        where,
        ...nothingElse,
        left: 1,
        events: ['sent'],
      });
      rep.close();
      return end;
    });
    await annotate(share.words);
    expect(share.hit).toBe(share.awaits);
  },
);
