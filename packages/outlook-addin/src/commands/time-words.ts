const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time here as `23 Nov, 09:02`. Written by hand: classic Outlook's event runtime has no Intl to count on. */
export function dayAndTime(at: number): string {
  const date = new Date(at);
  return `${date.getDate()} ${months[date.getMonth()] ?? ''}, ${timeOfDay(at)}`;
}

/** A time here as `09:02`. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** A number as `9,200`. */
export function grouped(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
