import type { Forecast, QueueLimit } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';
import { reasonOf } from '../queue/reasons.ts';
import { startOfDay, type Times } from '../time/times.ts';

/** So many days are told one by one; the rest in one. */
const mostDays = 4;

/** When a list leaves, in one sentence: "1,500 go today by 5:20 PM, 500 tomorrow: 1,500 a day is the default…". */
export function forecastWords(
  { count, days, because }: Forecast,
  limits: readonly QueueLimit[],
  { messages, times }: { readonly messages: Messages; readonly times: Times },
  now: number,
): string {
  const words = messages.groupMail;
  const reason = reasonOf(because, limits, messages, times.count);
  const why = reason === '' ? null : reason;
  const [only, ...others] = days;
  if (only === undefined) return '';
  const isToday = startOfDay(only.from) === startOfDay(now);
  if (others.length === 0 && isToday) {
    return words.because([words.all(count, times.count(count), times.clock(only.until))], why);
  }
  const told = days.slice(0, mostDays).map((day, at) => {
    const { today, tomorrow, onDay } = words;
    const ahead = startOfDay(day.from) - startOfDay(now);
    // Days of 23 and 25 hours are days, too.
    const word =
      ahead <= 0
        ? today(times.clock(day.until))
        : ahead < 36 * 3_600_000
          ? tomorrow
          : onDay(times.dayName(day.from, now));
    return word(times.count(day.count), at === 0);
  });
  const rest = days.slice(mostDays);
  const last = rest.at(-1);
  const restCount = rest.reduce((sum, day) => sum + day.count, 0);
  const ends =
    last === undefined ? [] : [words.rest(times.count(restCount), times.dayName(last.until, now))];
  return words.because([...told, ...ends], why);
}
