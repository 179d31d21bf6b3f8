import type { Person } from '../../domain/address/person.ts';
import { displayText } from '../../domain/message/display-text.ts';
import { fieldName } from '../../domain/template/merge-fields.ts';
import type { ListInput } from '../panel/queue.ts';
import type { ReadTable } from '../ports/read-table.ts';
import { addressIn, splitAddresses } from './address-of-text.ts';
import { nameColumns, type NamedList } from './list-columns.ts';
import { mostRecipients } from './recipient.ts';

/** One row of a list; `person` is null where its address is none that mail can go to. */
export type ListRow = {
  /** As a spreadsheet counts, from 1 on, the head included. */
  readonly line: number;
  /** What stands where the address should be. */
  readonly text: string;
  readonly person: Person | null;
  readonly fields: Readonly<Record<string, string>>;
};

/** A list read; nothing in it is checked against the world yet. */
export type ReadList = {
  readonly columns: readonly string[];
  readonly addressColumn: string;
  readonly rows: readonly ListRow[];
  /** There were more rows than are read. */
  readonly cut: boolean;
};

/** Ten thousand people with a page of text about each. */
const mostChars = 20_000_000;
/** The most of one value that is kept. */
const mostOfValue = 5000;

/** Reads a pasted text or a CSV file; values are data and stay as they are. */
export function readList(readTable: ReadTable, input: ListInput): ReadList {
  const text = input.text.slice(0, mostChars).replace(/^\uFEFF/, '');
  const isCut = input.text.length > mostChars;
  const table = readTable(text, mostRecipients + 1);
  const named = nameColumns(table.rows, input.addressColumn);
  if (named === null) return bareAddresses(text, isCut);
  const { columns, addressAt, rows } = named;
  return {
    columns,
    addressColumn: columns[addressAt] ?? '',
    rows: rows.slice(0, mostRecipients).map(({ line, cells }) => rowOf(named, line, cells)),
    cut: isCut || table.cut || rows.length > mostRecipients,
  };
}

/** The people that a draft itself names, as a list. */
export function listOfPeople(people: readonly Person[]): ReadList {
  const rows = people.map((person, at) => ({
    line: at + 1,
    text: person.address,
    person: addressIn(person.address) === null ? null : person,
    fields: fieldsOfPerson(person),
  }));
  return {
    columns: [],
    addressColumn: '',
    rows: rows.slice(0, mostRecipients),
    cut: rows.length > mostRecipients,
  };
}

function bareAddresses(text: string, isCut: boolean): ReadList {
  const entries = splitAddresses(text);
  const rows = entries.slice(0, mostRecipients).map(({ line, text: entry }) => {
    const person = addressIn(entry);
    return {
      line,
      text: displayText(entry, 200),
      person,
      fields: person === null ? {} : fieldsOfPerson(person),
    };
  });
  return { columns: [], addressColumn: '', rows, cut: isCut || entries.length > mostRecipients };
}

function rowOf({ columns, addressAt }: NamedList, line: number, cells: readonly string[]): ListRow {
  const written = cells[addressAt] ?? '';
  const found = addressIn(written);
  const values = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const name = fieldName(column);
    // Of two columns with one name the first one that says something holds.
    if ((values.get(name) ?? '') === '') values.set(name, (cells[at] ?? '').slice(0, mostOfValue));
  }
  const fields = Object.fromEntries(values);
  const person = found === null ? null : { ...found, name: found.name || nameIn(fields) };
  return {
    line,
    text: displayText(written, 200),
    person,
    fields: person === null ? fields : { ...fieldsOfPerson(person), ...fields },
  };
}

/** What a list without columns still tells of a person. */
function fieldsOfPerson({ address, name }: Person): Readonly<Record<string, string>> {
  const [first = ''] = name.includes(',') ? [] : name.split(' ');
  return { email: address, name, first_name: first };
}

function nameIn(fields: Readonly<Record<string, string>>): string {
  const whole = fields['name'] ?? fields['full_name'] ?? '';
  const parts = [fields['first_name'] ?? '', fields['last_name'] ?? ''];
  return displayText(whole.trim() === '' ? parts.join(' ') : whole, 200);
}
