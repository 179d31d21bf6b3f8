import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import type { CarrierLease } from '@postrider/shared/application/ports/carrier-lease';
import type { Clock } from '@postrider/shared/application/ports/clock';
import type { GroupMail, OutboxMail } from '@postrider/shared/application/ports/outbox';
import type { QueueParts } from '@postrider/shared/application/run-queue/queue-parts';
import {
  createQueueRunner,
  type QueueRunner,
} from '@postrider/shared/application/run-queue/queue-runner';
import { branded } from '@postrider/shared/domain/brand';
import type { DraftId, GroupId } from '@postrider/shared/domain/ids';
import { mailIdInGroup } from '@postrider/shared/domain/sending/group-mail-id';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';

import { letter, openAcme } from './acme.ts';
import { ana } from './events.ts';
import { mortalWorker, type MortalWorker } from './mortal-worker.ts';
import { openStores } from './stores.ts';

const groupId = branded<GroupId>('R3JvdXBNYWlsQUJDREVGRw');

/** Nobody else carries anything out. */
function ownLease(clock: Clock): CarrierLease {
  const until = Number.MAX_SAFE_INTEGER;
  return {
    hold: async () => ({ kind: 'ok', value: { kind: 'mine', until, taken: false, clock } }),
    settled: () => undefined,
    release: async () => ({ kind: 'ok', value: null }),
  };
}

/** Three a minute. */
const threeAMinute: readonly PlanLimit[] = [
  { id: 'minute', counts: 'messages', max: 3, windowMs: 60_000 },
];

/** Ana's mailbox with a group mail to so many people in its queue. */
export async function openQueuedAcme(
  count: number,
  change: Partial<Pick<QueueParts, 'limits' | 'objection' | 'lease'>> = {},
) {
  const acme = openAcme();
  const stores = await openStores();
  const group: GroupMail = {
    id: groupId,
    mailbox: ana,
    createdAt: acme.clock(),
    source: { draftId: branded<DraftId>('source'), messageId: null },
    subject: 'Offer',
    class: 'bulk',
    count,
    state: { kind: 'running' },
  };
  await stores.outbox.putGroup(group);
  await stores.outbox.put(Array.from({ length: count }, (_, no) => waiting(no, acme.clock())));

  const runnerOf = (by: MortalWorker): QueueRunner =>
    createQueueRunner({
      account: ana,
      mailbox: createGmailMailbox({
        fetch: by.mortalFetch(acme.fetch),
        tokens: by.mortal('tokens', acme.tokens),
        clock: acme.clock,
        wait: acme.wait,
      }),
      outbox: by.mortal('outbox', stores.outbox),
      ledgers: by.mortal('ledgers', stores.ledgers),
      states: by.mortal('states', stores.states),
      lease: ownLease(acme.clock),
      alone: (work) => work(),
      carriage: { kind: 'send' },
      limits: async () => threeAMinute,
      mostRecipients: 100,
      write: async (mail) => ({ kind: 'ok', value: written(mail) }),
      objection: async () => null,
      clock: acme.clock,
      ...change,
    });

  return {
    ...acme,
    stores,
    group,
    runnerOf,
    /** Runs the queue until nothing waits, passing the clock to whenever it wants to be woken. */
    async runToEnd(by: MortalWorker = mortalWorker(null)): Promise<void> {
      const runner = runnerOf(by);
      for (let turns = 0; turns < 500; turns += 1) {
        const { nextAt } = await runner.run();
        if (nextAt === null) return;
        acme.clock.pass(Math.max(1, nextAt - acme.clock()));
      }
      throw new Error('The queue does not come to its end.');
    },
    /** Who has the mail, as the post office took it, in the order in which it left. */
    left: () =>
      acme.postOffice.letters().map(({ raw }) => /^To: (.*)$/m.exec(raw.toString())?.[1]?.trim()),
    states: async () => (await stores.outbox.ofGroup(groupId)).map(({ state }) => state.kind),
  };
}

/** Ana's company with a queue. */
export type QueuedAcme = Awaited<ReturnType<typeof openQueuedAcme>>;

/** Whom the mail of this number goes to. */
export function recipient(no: number): string {
  return `p${no}@initech.example`;
}

function waiting(no: number, now: number): OutboxMail {
  return {
    mailId: mailIdInGroup(groupId, no),
    mailbox: ana,
    group: { id: groupId, no },
    person: { address: recipient(no), name: '' },
    fields: {},
    class: 'bulk',
    recipients: 1,
    external: 1,
    rank: no,
    notBefore: null,
    state: { kind: 'waiting' },
    heldBack: [],
    changedAt: now,
  };
}

function written({ mailId, person }: OutboxMail): string {
  return letter({ to: person.address, headers: [`X-Postrider-Mail: ${mailId}`] }).toString();
}
