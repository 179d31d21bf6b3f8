import { openDB, type IDBPDatabase } from 'idb';

import { migrations, type Migration, type UpgradeTransaction } from './migrations.ts';
import type { PostriderSchema } from './schema.ts';

/** The open database, for the stores. */
export type Database = IDBPDatabase<PostriderSchema>;

/** What became of opening it. */
export type OpenOutcome =
  | {
      readonly kind: 'opened';
      readonly database: Database;
      /** Nothing stood under this name before. */
      readonly created: boolean;
      /** Comes true once the database is closed by somebody else: deleted, or given up for a newer program. */
      readonly closed: Promise<void>;
    }
  /** A newer version of this program wrote it. Nothing was touched; update the program. */
  | { readonly kind: 'newer'; readonly known: number }
  /** The browser gives no storage (full disk, damaged profile). */
  | { readonly kind: 'unavailable'; readonly reason: string };

/**
 * Opens the database under a name, creating or migrating it where needed. A migration runs in one transaction: killed in
 * the middle, the old version stands as it was. `steps` is given by tests only.
 */
export async function openDatabase(
  name = 'postrider',
  steps: readonly Migration[] = migrations,
): Promise<OpenOutcome> {
  const end = new EventTarget();
  const closed = new Promise<void>((resolve) => {
    end.addEventListener('closed', () => resolve());
  });
  const tellClosed = () => void end.dispatchEvent(new Event('closed'));
  let created = false;
  try {
    const database = await openDB<PostriderSchema>(name, steps.length, {
      upgrade: (upgraded, oldVersion, _newVersion, transaction) => {
        created = oldVersion === 0;
        void migrate(upgraded, transaction, steps.slice(oldVersion));
      },
      // A newer program wants to migrate, or somebody deletes it: neither must have to wait for this program to end.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        tellClosed();
      },
      terminated: tellClosed,
    });
    return { kind: 'opened', database, created, closed };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') {
      return { kind: 'newer', known: steps.length };
    }
    return { kind: 'unavailable', reason: error instanceof Error ? error.message : 'unknown' };
  }
}

/** idb does not wait for what an upgrade gives back, so a step that fails must undo the others itself. */
async function migrate(
  database: Database,
  transaction: UpgradeTransaction,
  steps: readonly Migration[],
): Promise<void> {
  try {
    for (const step of steps) await step(database, transaction);
    await transaction.done;
  } catch {
    // An aborted upgrade makes the opening itself fail, which is where it is told.
    transaction.done.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
  }
}
