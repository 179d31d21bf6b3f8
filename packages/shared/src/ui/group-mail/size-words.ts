const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes as people read it, in a locale (BCP 47), decimal as mail providers count: "12 kB", "3.4 MB". */
export function sizeWords(bytes: number, locale: string): string {
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power - 1] ?? 'kilobyte',
    maximumSignificantDigits: 2,
  }).format(bytes / 1000 ** power);
}
