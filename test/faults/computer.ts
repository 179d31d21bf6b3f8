import { readTable } from '@postrider/shared/adapters/csv/read-table';
import { createDeferredSend } from '@postrider/shared/application/deferred-send/create-deferred-send';
import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { restoreGroups } from '@postrider/shared/application/group-mail/restore';
import { createGroupWriter } from '@postrider/shared/application/group-mail/write-group-mail';
import type { CarrierLease } from '@postrider/shared/application/ports/carrier-lease';
import type { OutboxMail } from '@postrider/shared/application/ports/outbox';
import { freshWatchState } from '@postrider/shared/application/ports/watch-state';
import { createMailboxLease } from '@postrider/shared/application/run-queue/mailbox-lease';
import type { Carriage } from '@postrider/shared/application/run-queue/queue-parts';
import {
  createQueueRunner,
  type RunOutcome,
} from '@postrider/shared/application/run-queue/queue-runner';
import { countSent } from '@postrider/shared/application/send-ledger/count-sent';
import { heedRefusal } from '@postrider/shared/application/sending-gate';
import { branded } from '@postrider/shared/domain/brand';
import type { GroupId, MailId } from '@postrider/shared/domain/ids';

import type { Line } from './fault-line.ts';
import { type MemoryStores, memoryStores } from './memory-stores.ts';
import type { Random } from './random.ts';
import { planned, type Scene } from './senders.ts';

/** Bugs that are put in to see that they are found. */
export type Planted = 'no-look-up' | 'early-retry' | 'no-lease';

/** A computer of the rep's: its own clock, its own store, one worker at a time. */
export type Computer = {
  name: string;
  stores: MemoryStores;
  /** How far its clock is from the right time, ms. */
  clockOff: number;
  /** It sleeps, or is off, until then; epoch ms by the right time. */
  asleepUntil: number;
  /** When its program wants to be woken; epoch ms by its own clock; null = it does not. */
  nextAt: number | null;
  /** Who holds the lock that all workers of one browser share. */
  working: Line | null;
};

/** A new one, with nothing in its store. */
export function newComputer(name: string): Computer {
  const stores = memoryStores();
  return { name, stores, clockOff: 0, asleepUntil: 0, nextAt: null, working: null };
}

/** How far ahead mail is handed over, ms: less than a lease is waited for, so that a takeover finds some of it held. */
const horizonMs = 10 * 60_000;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 16 random bytes' worth of name. */
function newName(random: Random): string {
  const some = Array.from({ length: 21 }, () => letters[random.between(0, letters.length - 1)]);
  return `${some.join('')}A`;
}

/** Everything that a worker on this computer works with, its awaits on this line. */
export function programOn(
  scene: Scene,
  computer: Computer,
  tools: {
    readonly line: Line;
    readonly random: Random;
    readonly planted: Planted | null;
    readonly guard: GroupParts['guard'];
  },
) {
  const { subject } = scene;
  const { line, random, planted, guard } = tools;
  const ticks = subject.clock;
  const clock = () => subject.clock() + computer.clockOff;
  const account = subject.address;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const what = request.url.includes('/EWS/') ? await operationOf(request) : pathOf(request);
    return line.step(`call ${what}`, () => subject.fetch(request));
  };
  const own = subject.again({ fetch, tokens: line.through('tokens', subject.tokens) });
  const mailbox = line.through('mailbox', own);
  const { followed, ledgers } = line.through('store', forgetful(computer.stores, planted));
  const outbox = line.through('outbox', forgetful(computer.stores, planted).outbox);
  const newMailId = () => branded<MailId>(newName(random));
  const carriage: Carriage =
    scene.sender === 'gmail'
      ? { kind: 'send' }
      : {
          kind: 'hand-over',
          horizonMs,
          deferred: createDeferredSend({ account, mailbox, followed, clock }),
        };
  const parts = {
    account,
    mailbox,
    outbox,
    ledgers,
    states: { read: async () => freshWatchState },
    carriage,
    limits: async () => planned,
    mostRecipients: 1,
    clock,
  };
  const lease: CarrierLease =
    planted === 'no-lease'
      ? {
          hold: async () => ({
            kind: 'ok',
            value: { kind: 'mine', until: Infinity, taken: false, clock: ticks },
          }),
          settled: () => undefined,
          release: async () => ({ kind: 'ok', value: null }),
        }
      : createMailboxLease({ account, mailbox, device: computer.name, newMailId, clock, ticks });
  const runner = createQueueRunner({
    ...parts,
    lease: line.through('lease', lease),
    alone: async (work) => {
      if (computer.working?.isAlive() === true && computer.working !== line) return null;
      computer.working = line;
      try {
        return await work();
      } finally {
        computer.working = null;
      }
    },
    write: createGroupWriter({ mailbox, outbox, clock }),
    objection: async () => null,
  });

  const group: GroupParts = {
    ...parts,
    guard,
    readTable,
    newGroupId: () => branded<GroupId>(newName(random)),
  };

  /** What the rep does who has lost everything: reads the group mails out of the mailbox. */
  async function restore(): Promise<boolean> {
    return (await restoreGroups(group)).problem === null;
  }

  /** And lets what came back paused go on. */
  async function resume(): Promise<void> {
    for (const one of await outbox.groups(account)) {
      if (one.state.kind === 'paused') {
        await outbox.putGroup({ ...one, state: { kind: 'running' } });
      }
    }
  }

  return {
    group,
    /** What the program does when it is woken: it counts Sent as the watch does, then carries out what is due. */
    async wake(): Promise<RunOutcome | null> {
      const isEmpty = (await outbox.groups(account)).length === 0;
      if (isEmpty && !(await restore())) return null;
      await resume();
      const problem = await countSent({ account, mailbox, ledgers, clock });
      if (problem !== null) {
        await heedRefusal({ ledgers, clock }, account, problem);
        return null;
      }
      return runner.run();
    },
  };
}

/** A store whose reader never hears what was asked for without an answer. */
function forgetful(stores: MemoryStores, planted: Planted | null): MemoryStores {
  const { outbox, ledgers, followed } = stores;
  if (planted === 'early-retry') {
    return { ...stores, ledgers: { ...ledgers, gate: async () => null } };
  }
  if (planted !== 'no-look-up') return stores;
  return {
    ...stores,
    outbox: {
      ...outbox,
      open: async (of) => (await outbox.open(of)).map(forget),
      mail: async (id) => {
        const mail = await outbox.mail(id);
        return mail === null ? null : forget(mail);
      },
    },
    followed: { ...followed, byMailId: async () => null, scheduled: async () => [] },
  };
}

function pathOf(request: Request): string {
  const path = new URL(request.url).pathname.replace(/\/[^/]*[\d=_-][^/]{7,}/g, '/ID');
  return `${request.method} ${path}`;
}

async function operationOf(request: Request): Promise<string> {
  return /<m:(\w+)/.exec(await request.clone().text())?.[1] ?? '';
}

function forget(mail: OutboxMail): OutboxMail {
  const { kind } = mail.state;
  const isAsked = kind === 'drafting' || kind === 'sending' || kind === 'handing-over';
  return isAsked ? { ...mail, state: { kind: 'waiting' } } : mail;
}
