const DAY_MS = 86_400_000;
/** Dates in a search begin at midnight Pacific Standard Time (https://developers.google.com/workspace/gmail/api/guides/filtering). */
const PACIFIC_MS = 8 * 3_600_000;

/** The moment (epoch ms) that `after:` or `before:` names: 2026/11/23, 11/23/2026, or seconds since 1970. */
export const momentOf = (value: string): number | undefined => {
  if (/^\d{5,}$/.test(value)) return Number(value) * 1000;
  const [first, second, third] = value.split(/[/-]/).map(Number);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const [year, month, day] = first > 31 ? [first, second, third] : [third, first, second];
  const midnight = Date.UTC(year, month - 1, day) + PACIFIC_MS;
  return Number.isNaN(midnight) ? undefined : midnight;
};

/** The length (ms) of a span such as 2d, 3m or 1y. */
export const spanOf = (value: string): number | undefined => {
  const [, count, unit = ''] = /^(\d+)([dmy])$/i.exec(value) ?? [];
  const days = { d: 1, m: 30, y: 365 }[unit.toLowerCase()];
  return count === undefined || days === undefined ? undefined : Number(count) * days * DAY_MS;
};
