/** A time to send at, offered by name. */
export type TimeToChoose = {
  readonly name: 'in-an-hour' | 'tomorrow-morning' | 'monday-morning';
  /** Epoch ms. */
  readonly at: number;
};

const morningHour = 8;
const hourMs = 3_600_000;

/** Exchange takes a time from which it is at least a minute away for granted; less is a plain Send. */
export const soonestMs = 2 * 60_000;

/** The latest that can be chosen: a mail that waits longer is easily forgotten. */
export const latestMs = 60 * 24 * hourMs;

/** Times that are often wanted, in the order of time, in the device's time zone. */
export function timesToChoose(now: number): readonly TimeToChoose[] {
  const hour = new Date(now + hourMs).setSeconds(0, 0);
  const day = new Date(now).getDay();
  const untilMonday = (8 - day) % 7 || 7;
  const offered: readonly TimeToChoose[] = [
    { name: 'in-an-hour', at: hour },
    { name: 'tomorrow-morning', at: morningIn(now, 1) },
    { name: 'monday-morning', at: morningIn(now, untilMonday) },
  ];
  // On a Sunday, tomorrow is Monday.
  return offered.filter((one, at) => offered.findIndex((other) => other.at === one.at) === at);
}

function morningIn(now: number, days: number): number {
  const date = new Date(now);
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() + days,
    morningHour,
  ).getTime();
}

/** An instant as `<input type="datetime-local">` has it, in the device's time zone. */
export function asLocalInput(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The instant that such an input holds, or null where it holds none. */
export function fromLocalInput(text: string): number | null {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : at;
}
