import { branded } from '../../domain/brand.ts';
import { type GroupId, isMailId } from '../../domain/ids.ts';
import type { Recipient } from './recipient.ts';

/** The list of a group mail as its draft keeps it, so that a lost store can be built again. */
export type KeptList = {
  readonly id: GroupId;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly recipients: readonly Recipient[];
};

const version = 1;
const nameShape = /^postrider-list-([A-Za-z0-9_-]{22})\.json$/;

/** The name of the attachment that holds the list; it carries the group's id. */
export function listFileName(id: GroupId): string {
  return `postrider-list-${id}.json`;
}

/** The group whose list an attachment of this name holds, or null. */
export function groupOfFile(name: string): GroupId | null {
  const id = nameShape.exec(name)?.[1] ?? '';
  // A group's id has the same shape as a mail's.
  return isMailId(id) ? branded<GroupId>(id) : null;
}

/** Writes the list as JSON; names of fields stand in it once. */
export function writeKeptList({ createdAt, recipients }: KeptList): string {
  const columns = [...new Set(recipients.flatMap(({ fields }) => Object.keys(fields)))];
  const rows = recipients.map(({ person, fields }) => [
    person.address,
    person.name,
    ...columns.map((column) => fields[column] ?? ''),
  ]);
  return JSON.stringify({ v: version, createdAt, columns, rows });
}

/** Reads it again; null where somebody has changed it so that it cannot be read. */
export function readKeptList(id: GroupId, text: string): KeptList | null {
  const kept = parsed(text);
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('v' in kept && 'createdAt' in kept && 'columns' in kept && 'rows' in kept)) return null;
  const { v, createdAt, columns, rows } = kept;
  if (v !== version || typeof createdAt !== 'number') return null;
  if (!isTexts(columns) || !Array.isArray(rows) || !rows.every(isTexts)) return null;
  const recipients = rows.map(([address = '', name = '', ...values]) => ({
    person: { address, name },
    fields: Object.fromEntries(columns.map((column, no) => [column, values[no] ?? ''])),
  }));
  return { id, createdAt, recipients };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
