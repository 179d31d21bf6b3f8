import type { Random } from './random.ts';

/** What may go wrong at an await. */
export const faultKinds = [
  'kill',
  'lost-answer',
  'duplicate-worker',
  'second-machine',
  'clock-jump',
  'sleep',
  'slow',
  'draft-edited',
  'draft-deleted',
  'rate-limited',
  'rate-limited-until',
  'server-error',
  'token-expired',
  'hand-written',
  'storage-lost',
] as const;

/** One of them. */
export type FaultKind = (typeof faultKinds)[number];

/** Before or after what is waited for is carried out. */
export type Moment = 'before' | 'after';

/** Where code of the product waits, by what for and by the line that does; and at which of these places a fault struck. */
export type Places = { readonly seen: Map<string, number>; readonly hit: Set<string> };

/** No place known yet. */
export function newPlaces(): Places {
  return { seen: new Map(), hit: new Set() };
}

/** One life of the program: it waits for nothing but by this, and it can be ended while it waits. */
export type Line = {
  /** Ended: nothing that it waits for comes back, and what it would have asked for next is never asked. */
  end(): void;
  isAlive(): boolean;
  step<Result>(name: string, carryOut: () => Promise<Result>): Promise<Result>;
  /** A port with each of its functions' promises passing through `step`; those of ports within it, too. */
  through<Port extends object>(name: string, port: Port): Port;
  /** Lets it work until it is done or ended. */
  live<Result>(work: () => Promise<Result>): Promise<Result | 'ended'>;
};

/** What strikes: told of each await, it may do anything, throw, or end the line. */
export type Strike = (line: Line, name: string, moment: Moment) => Promise<void>;

/** Functions of ports that answer without a promise. */
const atOnce = new Set(['noticeTrust', 'cursorAt', 'settled']);

const never = new Promise<never>(() => undefined);

/** Makes a line on which a random share of the awaits is struck. */
export function faultLine(options: {
  readonly random: Random;
  /** How often, from 0 to 1. */
  readonly share: () => number;
  readonly places: Places;
  readonly strike: Strike;
}): Line {
  const { random, share, places, strike } = options;
  const ends = new EventTarget();
  const ended = new Promise<'ended'>((resolve) => {
    ends.addEventListener('end', () => resolve('ended'));
  });
  let alive = true;

  async function step<Result>(name: string, carryOut: () => Promise<Result>): Promise<Result> {
    if (!alive) return never;
    const place = `${name} ${callerInProduct()}`;
    places.seen.set(place, (places.seen.get(place) ?? 0) + 1);
    const struck = random.chance(share()) ? random.pick(['before', 'after'] as const) : null;
    if (struck !== null) places.hit.add(place);
    if (struck === 'before') await strike(line, name, 'before');
    if (!alive) return never;
    try {
      const result = await carryOut();
      if (struck === 'after' && alive) await strike(line, name, 'after');
      return result;
    } finally {
      if (!alive) await never;
    }
  }

  function through<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get(target, key, receiver) {
        const member: unknown = Reflect.get(target, key, receiver);
        const called = `${name}.${String(key)}`;
        if (typeof member === 'object' && member !== null) return through(called, member);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          const call = (): unknown => Reflect.apply(member, target, args);
          return atOnce.has(String(key)) ? call() : step(called, async () => call());
        };
      },
    });
  }

  const line: Line = {
    end() {
      alive = false;
      ends.dispatchEvent(new Event('end'));
    },
    isAlive: () => alive,
    step,
    through,
    live: (work) => Promise.race([work(), ended]),
  };
  return line;
}

/** The first line of the product's own code on the way here. */
function callerInProduct(): string {
  const found = /(?:shared\/src\/)(application\/[\w/-]+\.ts:\d+)/.exec(new Error().stack ?? '');
  return found?.[1] ?? '';
}
