import { obstaclesFor, refuses, type SendGuard } from '../../domain/sending/send-guard.ts';
import type { ListCheck, RowFault } from '../panel/queue.ts';
import type { ListRow, ReadList } from './read-list.ts';
import type { Recipient } from './recipient.ts';

/** A list checked: who gets the mail, and of every other row why not. */
export type CheckedList = {
  readonly good: readonly Recipient[];
  readonly check: ListCheck;
};

/** Checks each row: an address that mail can go to, nobody twice, nobody who may not be written to, every field that is asked for. */
export function checkRows(
  list: ReadList,
  needed: readonly string[],
  guard: SendGuard,
): CheckedList {
  const addresses = list.rows.flatMap(({ person }) => (person === null ? [] : [person.address]));
  const obstacles = new Map(
    obstaclesFor(guard, addresses)
      .filter(({ obstacle }) => refuses(obstacle))
      .map(
        ({ address, obstacle }) =>
          [address, obstacle.kind === 'blocked-domain' ? 'blocked' : 'suppressed'] as const,
      ),
  );
  const seen = new Set<string>();
  const good: Recipient[] = [];
  const faults: RowFault[] = [];
  for (const row of list.rows) {
    const { person, fields } = row;
    const fault = person === null ? ({ kind: 'invalid' } as const) : faultOf(person.address, row);
    if (fault !== null) faults.push({ line: row.line, text: row.text, fault });
    else if (person !== null) good.push({ person, fields });
  }
  const { columns, addressColumn, cut } = list;
  return { good, check: { columns, addressColumn, good: good.length, faults, cut } };

  function faultOf(address: string, { fields }: ListRow): RowFault['fault'] | null {
    if (seen.has(address)) return { kind: 'duplicate' };
    seen.add(address);
    const obstacle = obstacles.get(address);
    if (obstacle !== undefined) return { kind: obstacle };
    const missing = needed.filter((name) => (fields[name] ?? '').trim() === '');
    return missing.length === 0 ? null : { kind: 'missing-field', fields: missing };
  }
}
