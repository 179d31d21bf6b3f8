/** A clock that only a test moves; epoch ms. */
export type ManualClock = { (): number; pass(ms: number): void };

/** Monday, 5 October 2026, 9:00 UTC. */
const monday = Date.UTC(2026, 9, 5, 9);

/** Starts one on a Monday morning. */
export function manualClock(): ManualClock {
  let now = monday;
  return Object.assign(() => now, {
    pass(ms: number) {
      now += ms;
    },
  });
}
