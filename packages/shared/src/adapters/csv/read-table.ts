import Papa from 'papaparse';

import type { ReadTable, TableRow } from '../../application/ports/read-table.ts';

/** What is guessed at; the first one where a text has none. */
const separators = [',', ';', '\t'];

/** The most columns of a row: more is no list of people. */
const mostColumns = 200;

/** Reads a table with Papa Parse, all values as text. */
export const readTable: ReadTable = (text, mostRows) => {
  const rows: TableRow[] = [];
  let cut = false;
  let line = 0;
  Papa.parse<unknown[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: separators,
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
