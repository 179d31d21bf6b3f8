import type { Clock } from '../../application/ports/clock.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';

/** Requests that Graph carries out at once for one app and mailbox; more are refused (facts: "over its MailboxConcurrency limit"). */
const parallel = 4;

/** One place is never taken by reading, so that a send finds it free at any instant. */
const parallelReads = parallel - 1;

/** Parts of one batch: Graph carries them out at the same time. */
export const batchSize = parallelReads;

type RateLimited = Extract<CallFailure, { kind: 'rate-limited' }>;

/** Makes a call that takes so many places once there is room for it. */
export type Admit = <Result>(slots: number, call: () => Promise<Result>) => Promise<Result>;

/** When the calls of one mailbox may be made. */
export type CallSchedule = {
  /** What a mail needs to leave goes first. */
  readonly sends: Admit;
  readonly reads: Admit;
  /** Remembers until when Graph wants to hear nothing, or nothing of sending. */
  heed(failure: CallFailure): void;
  /** The refusal whose time has not come yet, or null: a call before it would only be refused again, and is counted. */
  closedBy(kind: 'sends' | 'reads'): RateLimited | null;
};

/** Keeps one mailbox inside Graph's limit: four requests at once, sends first, and none before a time that Graph named. */
export function createCallSchedule(clock: Clock): CallSchedule {
  const running = { sends: 0, reads: 0 };
  const gates: Record<'all' | 'sends', RateLimited | null> = { all: null, sends: null };
  let sendsWaiting = 0;
  let waiters: (() => void)[] = [];
  let lastRead: Promise<unknown> = Promise.resolve();

  const free = () => parallel - running.sends - running.reads;

  const ended = () =>
    new Promise<void>((resolve) => {
      waiters.push(resolve);
    });

  async function run<Result>(
    kind: 'sends' | 'reads',
    slots: number,
    call: () => Promise<Result>,
  ): Promise<Result> {
    running[kind] += slots;
    try {
      return await call();
    } finally {
      running[kind] -= slots;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    }
  }

  /** Waits for room and takes it at the same instant: a send may begin in between. */
  async function begin<Result>(slots: number, call: () => Promise<Result>) {
    for (;;) {
      const isRoom =
        sendsWaiting === 0 && running.reads + slots <= parallelReads && slots <= free();
      if (isRoom) return { result: run('reads', slots, call) };
      await ended();
    }
  }

  const stillClosed = (gate: RateLimited | null) =>
    gate?.retryAt != null && clock() < gate.retryAt ? gate : null;

  return {
    async sends(slots, call) {
      sendsWaiting += 1;
      while (slots > free()) await ended();
      sendsWaiting -= 1;
      return run('sends', slots, call);
    },
    async reads(slots, call) {
      const begun = lastRead.then(() => begin(slots, call));
      lastRead = begun;
      const { result } = await begun;
      return result;
    },
    heed(failure) {
      if (failure.kind !== 'rate-limited' || failure.retryAt === null) return;
      const gate = failure.limit === 'sending' ? 'sends' : 'all';
      const before = gates[gate]?.retryAt ?? 0;
      if (failure.retryAt > before) gates[gate] = failure;
    },
    closedBy: (kind) =>
      stillClosed(gates.all) ?? (kind === 'sends' ? stillClosed(gates.sends) : null),
  };
}
