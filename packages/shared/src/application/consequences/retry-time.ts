import { parseInternetDate } from '../../domain/message/internet-date.ts';

const isoTime =
  /\b(?:retry|try again) after (\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z/i;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** When the provider's words say to come back ("Retry after 2026-10-05T12:00:00Z", as in answers of its API); epoch ms, or null. */
export function retryTimeIn(words: string): number | null {
  const [, year, month, day, hour, minute, second] = isoTime.exec(words.slice(0, 2000)) ?? [];
  if (year === undefined) return null;
  const name = months[Number(month) - 1];
  return parseInternetDate(`${day} ${name} ${year} ${hour}:${minute}:${second} +0000`);
}
