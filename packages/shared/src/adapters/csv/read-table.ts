import Papa from 'papaparse';

import type { ReadTable, TableRow } from '../../application/ports/read-table.ts';

/** What is tried; the first one where a text has none. */
const separators = [',', ';', '\t'];

/** So many rows tell which it is. */
const sample = 50;

/** The most columns of a row: more is no list of people. */
const mostColumns = 200;

/** Reads a table with Papa Parse, all values as text. */
export const readTable: ReadTable = (text, mostRows) => {
  const rows: TableRow[] = [];
  let cut = false;
  let line = 0;
  const plain = text.replace(/^\uFEFF/, '');
  Papa.parse<unknown[]>(plain, {
    delimiter: separatorOf(plain),
    step({ data }, parser) {
      line += 1;
      const cells = data
        .slice(0, mostColumns)
        .map((cell) => (typeof cell === 'string' ? cell : ''));
      if (cells.every((cell) => cell.trim() === '')) return;
      if (rows.length === mostRows) {
        cut = true;
        parser.abort();
        return;
      }
      rows.push({ line, cells });
    },
  });
  return { rows, cut };
};

/** The separator by which most rows are as wide as the first one: Papa Parse's own guess is led astray by empty rows. */
function separatorOf(text: string): string {
  const fits = separators.map((delimiter) => {
    const options = { delimiter, preview: sample, skipEmptyLines: 'greedy' } as const;
    const rows = Papa.parse<readonly unknown[]>(text, options).data;
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === width).length;
    return { delimiter, fit: width < 2 ? 0 : alike * mostColumns + Math.min(width, mostColumns) };
  });
  return fits.toSorted((one, other) => other.fit - one.fit)[0]?.delimiter ?? ',';
}
