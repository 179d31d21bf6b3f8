/** Makes the identifiers that Google gives, the same ones for the same seed and clock. */
export type Ids = {
  /** Message or thread: 16 hex digits that grow with time. */
  message(): string;
  /** Draft: "r" and a number, unrelated to its message's id. */
  draft(): string;
  /** Grows with every change, by uneven steps, and fits a uint64 as the API promises. */
  history(): string;
  /** The newest that `history` gave. */
  latestHistory(): string;
  /** A wire Message-ID with brackets, as Gmail writes them. */
  messageId(): string;
};

// mulberry32: small, seedable, good enough for names.
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

/** Ids on a clock (epoch ms) and a seed. */
export const createIds = (clock: () => number, seed: number): Ids => {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  let last = 0n;
  let history = 184_000n + BigInt(below(1000));
  const base64url = (length: number): string =>
    Buffer.from(Array.from({ length }, () => below(256))).toString('base64url');

  return {
    message: () => {
      const timed = (BigInt(Math.trunc(clock())) << 20n) + BigInt(below(0x10_0000));
      last = timed > last ? timed : last + 1n;
      return last.toString(16).padStart(16, '0');
    },
    draft: () => `r${below(2 ** 31)}${String(below(2 ** 31)).padStart(10, '0')}`,
    history: () => {
      history += BigInt(1 + below(40));
      return String(history);
    },
    latestHistory: () => String(history),
    messageId: () => `<CA${base64url(36)}@mail.gmail.com>`,
  };
};
