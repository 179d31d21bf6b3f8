const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const shape =
  /(\d{1,2})\s+([A-Za-z]{3})[a-z]{0,6}\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2})(\d{2})|[A-Z]{1,5})?/;

/** A date-time of mail (RFC 5322 section 3.3, two-digit years as in section 4.3) as epoch ms, or null; a zone given by letters counts as UTC. */
export function parseInternetDate(text: string): number | null {
  const found = shape.exec(text.slice(0, 100));
  if (!found) return null;
  const [
    ,
    day,
    monthName = '',
    yearText = '',
    hour,
    minute,
    second = '0',
    sign,
    east,
    eastMinutes,
  ] = found;
  const month = months.indexOf(monthName.toLowerCase());
  if (month === -1) return null;
  const shortYear = Number(yearText);
  const year = yearText.length > 2 ? shortYear : shortYear + (shortYear < 50 ? 2000 : 1900);
  const zoneMinutes =
    sign === undefined ? 0 : (Number(east) * 60 + Number(eastMinutes)) * (sign === '-' ? -1 : 1);
  const days = daysSinceEpoch(year, month + 1, Number(day));
  const minutes = (days * 24 + Number(hour)) * 60 + Number(minute) - zoneMinutes;
  return (minutes * 60 + Number(second)) * 1000;
}

/** Days since 1970-01-01 of a day in the Gregorian calendar; reckons years from March, so that the leap day comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}
