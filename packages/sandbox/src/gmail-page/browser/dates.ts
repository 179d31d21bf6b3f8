const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });
const year = new Intl.DateTimeFormat('en-US', {
  month: 'numeric',
  day: 'numeric',
  year: '2-digit',
});
const full = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** A date as a list row shows it: the time today, the day this year, else the whole date. */
export function rowDate(at: number): string {
  const date = new Date(at);
  const now = new Date();
  if (date.toDateString() === now.toDateString()) return time.format(date);
  return (date.getFullYear() === now.getFullYear() ? day : year).format(date);
}

/** A date as an open message shows it, with how long ago it was. */
export function messageDate(at: number): string {
  const minutes = Math.round((Date.now() - at) / 60_000);
  const ago = agoOf(minutes);
  return `${rowDate(at)}${ago === '' ? '' : ` (${ago})`}`;
}

/** A date in full, as it stands above a quoted mail and in tooltips. */
export function fullDate(at: number): string {
  return full.format(at);
}

function agoOf(minutes: number): string {
  const [count, unit] =
    minutes < 60
      ? ([minutes, 'minute'] as const)
      : minutes < 1440
        ? ([Math.round(minutes / 60), 'hour'] as const)
        : ([Math.round(minutes / 1440), 'day'] as const);
  if (count < 1 || (unit === 'day' && count > 14)) return '';
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
