/** How a throttle spreads a list: when each of `count` mails leaves that are begun at an instant (epoch ms). */
export type Throttle = (count: number, startAt: number) => readonly number[];

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What other products do, by their own help pages (facts about sending limits, section 5). They count nothing that left otherwise. */
export const peers: Readonly<Record<string, Throttle>> = {
  'batches: 25 every 45 s': (count, startAt) =>
    each(count, (at) => startAt + Math.floor(at / 25) * 45 * secondMs),
  'clock minutes: 30 in each, 1,000 a calendar day': (count, startAt) =>
    each(count, (at) => {
      const day = Math.floor(at / 1000);
      const within = Math.floor((at % 1000) / 30) * minuteMs;
      return day === 0 ? startAt + within : startOfDay(startAt) + day * dayMs + within;
    }),
  'fixed spacing: one every 6 s': (count, startAt) =>
    each(count, (at) => startAt + at * 6 * secondMs),
  'hourly cap: 400 at once each hour': (count, startAt) =>
    each(count, (at) => startAt + Math.floor(at / 400) * hourMs),
  'token bucket: 10 a minute, 30 at once': (count, startAt) =>
    each(count, (at) => startAt + Math.max(0, at - 29) * 6 * secondMs),
};

function each(count: number, timeOf: (at: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, at) => timeOf(at));
}

function startOfDay(instant: number): number {
  return instant - (instant % dayMs);
}
