/** Makes a call that takes so many places once they are free. */
export type TakePlaces = <Result>(slots: number, call: () => Promise<Result>) => Promise<Result>;

/** Room for the requests that a provider carries out at once for one account. */
export type Places = {
  /** What a mail needs to leave: goes first. */
  readonly sends: TakePlaces;
  /**
   * Everything else, one after the other and only in room that no send wants. `notYet` is asked when there is room, and
   * gives what is still to be waited for, or null; the call begins at the same instant.
   */
  reads<Result>(
    slots: number,
    call: () => Promise<Result>,
    notYet?: () => Promise<void> | null,
  ): Promise<Result>;
};

/** Makes so many places, of which reading takes at most `forReads`, so that a send finds one free at any instant. */
export function createPlaces(all: number, forReads: number): Places {
  const running = { sends: 0, reads: 0 };
  let sendsWaiting = 0;
  let waiters: (() => void)[] = [];
  let lastRead: Promise<unknown> = Promise.resolve();

  const free = () => all - running.sends - running.reads;

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
  async function begin<Result>(
    slots: number,
    call: () => Promise<Result>,
    notYet: () => Promise<void> | null,
  ) {
    for (;;) {
      const isRoom = sendsWaiting === 0 && running.reads + slots <= forReads && slots <= free();
      const wait = isRoom ? notYet() : ended();
      if (wait === null) return { result: run('reads', slots, call) };
      await wait;
    }
  }

  return {
    async sends(slots, call) {
      sendsWaiting += 1;
      while (slots > free()) await ended();
      sendsWaiting -= 1;
      return run('sends', slots, call);
    },
    async reads(slots, call, notYet = () => null) {
      const begun = lastRead.then(() => begin(slots, call, notYet));
      lastRead = begun;
      const { result } = await begun;
      return result;
    },
  };
}
