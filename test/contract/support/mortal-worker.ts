/** Where a worker's life ends: at which await, counted from 0, and whether what it waits for is still carried out. */
export type Death = { readonly at: number; readonly moment: 'before' | 'after' };

/** A worker that waits for nothing but what it is given here, and that can be ended while it waits. */
export type MortalWorker = {
  /** The same functions with each of their promises counted. */
  mortal<Port extends object>(name: string, port: Port): Port;
  /** The same for the way to the network; calls are named by method and path. */
  mortalFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
  /** Lets it work until it is done or its life ends. */
  live(work: () => Promise<unknown>): Promise<'done' | 'ended'>;
  /** What it has waited for so far. */
  readonly awaits: readonly string[];
};

/**
 * Makes such a worker. Chrome ends one without a word: no promise of it settles any more, so neither `catch` nor
 * `finally` runs, and what it would have asked for next is never asked.
 */
export function mortalWorker(death: Death | null): MortalWorker {
  const awaits: string[] = [];
  const never = new Promise<never>(() => undefined);
  const end = new EventTarget();
  const ended = new Promise<'ended'>((resolve) => {
    end.addEventListener('end', () => resolve('ended'));
  });
  let alive = true;
  const die = () => {
    alive = false;
    end.dispatchEvent(new Event('end'));
    return never;
  };

  async function step<Result>(name: string, carryOut: () => Promise<Result>): Promise<Result> {
    if (!alive) return never;
    const no = awaits.push(name) - 1;
    if (no === death?.at && death.moment === 'before') return die();
    try {
      return await carryOut();
    } finally {
      // The other calls that were under way are carried out, too, and nobody hears of it.
      if (no === death?.at || !alive) await die();
    }
  }

  return {
    awaits,
    mortal: (name, port) =>
      new Proxy(port, {
        get(target, key, receiver) {
          const member: unknown = Reflect.get(target, key, receiver);
          if (typeof member !== 'function') return member;
          return (...args: unknown[]) =>
            step(`${name}.${String(key)}`, async () => Reflect.apply(member, target, args));
        },
      }),
    mortalFetch: (fetch) => async (input, init) => {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname.replace(/\/[\da-f]{8,}$/, '/ID');
      return step(`${request.method} ${path}`, () => fetch(request));
    },
    live: (work) => Promise.race([work().then(() => 'done' as const), ended]),
  };
}
