import { fieldName } from '../../domain/template/merge-fields.ts';
import type { TableRow } from '../ports/read-table.ts';
import { addressIn } from './address-of-text.ts';

/** A list with its columns named. */
export type NamedList = {
  readonly columns: readonly string[];
  /** Which of them holds the address. */
  readonly addressAt: number;
  readonly rows: readonly TableRow[];
};

/** Heads that mean an address, likeliest first, as `fieldName` writes them. */
const addressHeads = [
  'email',
  'e_mail',
  'email_address',
  'e_mail_address',
  'mail',
  'e_mail_adresse',
  'email_adresse',
  'correo',
  'correo_electronico',
  'courriel',
  'adresse_e_mail',
  'recipient',
  'to',
  'address',
  'adresse',
];

/** So many rows tell which column holds addresses. */
const sample = 200;

/**
 * Names the columns of a table, by its first row where that holds no address. Null where it is no table but a list of
 * addresses: no head, and no row with more than one cell that all hold one address.
 */
export function nameColumns(
  rows: readonly TableRow[],
  wanted: string | undefined,
): NamedList | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const hasHead = !first.cells.some((cell) => cell.includes('@'));
  if (!hasHead && !isTable(rows)) return null;
  const columns = hasHead
    ? first.cells.map((cell, no) => (cell.trim() === '' ? `column ${no + 1}` : cell.trim()))
    : first.cells.map((_, no) => `column ${no + 1}`);
  const people = hasHead ? others : rows;
  return { columns, addressAt: addressColumn(columns, people, wanted), rows: people };
}

function isTable(rows: readonly TableRow[]): boolean {
  return rows.slice(0, sample).every(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const named = filled.filter((cell) => cell.includes('@'));
    return filled.length > 1 && named.length === 1 && addressIn(named[0] ?? '') !== null;
  });
}

function addressColumn(
  columns: readonly string[],
  rows: readonly TableRow[],
  wanted: string | undefined,
): number {
  const named = columns.findIndex(
    (column) => wanted !== undefined && fieldName(column) === fieldName(wanted),
  );
  if (named !== -1) return named;
  const filled = columns.map(
    (_, at) =>
      rows.slice(0, sample).filter(({ cells }) => addressIn(cells[at] ?? '') !== null).length,
  );
  const heads = columns.map((column) => addressHeads.indexOf(fieldName(column)));
  const best = columns
    .map((_, at) => at)
    .filter((at) => (filled[at] ?? 0) > 0 || (heads[at] ?? -1) !== -1)
    .toSorted((one, other) => order(one) - order(other))[0];
  return best ?? 0;

  /** A known head with addresses under it, then a column of addresses, then a head alone. */
  function order(at: number): number {
    const head = heads[at] ?? -1;
    const count = filled[at] ?? 0;
    if (head !== -1 && count > 0) return head;
    return count > 0 ? 1000 + sample - count : 10_000 + head;
  }
}
