const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Instants in the words of one locale. All instants are epoch ms; days are those of the device's time zone. */
export type Times = {
  /** "now", "2 min", then the clock for today and yesterday, then the date. */
  readonly brief: (at: number, now: number) => string;
  /** The clock alone, "9:41". */
  readonly clock: (at: number) => string;
  /** The clock, with the day where it is not today. */
  readonly point: (at: number, now: number) => string;
  /** Weekday, date and clock in full. */
  readonly full: (at: number) => string;
  /** The date that heads a day of the feed. */
  readonly day: (at: number, now: number) => string;
  /** A day given as ISO date ("2026-09-18"), whatever the time zone. */
  readonly date: (iso: string) => string;
  /** The day alone: its weekday within the next six days, otherwise its date. */
  readonly dayName: (at: number, now: number) => string;
  readonly count: (value: number) => string;
};

/** The first instant of the day that holds `at`, in the device's time zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The first instant of the day before the one that holds `at`; right on days of 23 and 25 hours too. */
export function startOfDayBefore(at: number): number {
  return startOfDay(startOfDay(at) - dayMs / 2);
}

function sameYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear();
}

/** Makes the formatters of a locale once; Intl's are dear to build. */
export function timesIn(locale: string): Times {
  const number = new Intl.NumberFormat(locale);
  const minutes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
  });
  const rightNow = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const dateWithYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const point = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const isoDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
  return {
    brief: (at, now) => {
      const age = now - at;
      if (Math.abs(age) < minuteMs) return rightNow;
      if (age > 0 && age < hourMs) return minutes.format(Math.floor(age / minuteMs));
      if (at >= startOfDayBefore(now)) return clock.format(at);
      return (sameYear(at, now) ? date : dateWithYear).format(at);
    },
    clock: (at) => clock.format(at),
    point: (at, now) => (startOfDay(at) === startOfDay(now) ? clock : point).format(at),
    full: (at) => full.format(at),
    day: (at, now) => (sameYear(at, now) ? day.format(at) : dateWithYear.format(at)),
    date: (iso) => isoDate.format(Date.parse(iso)),
    dayName: (at, now) => {
      const ahead = startOfDay(at) - startOfDay(now);
      if (ahead >= 0 && ahead < 6.5 * dayMs) return weekday.format(at);
      return (sameYear(at, now) ? date : dateWithYear).format(at);
    },
    count: (value) => number.format(value),
  };
}
