import 'fake-indexeddb/auto';
import { createEventLogStore } from '@postrider/shared/adapters/storage/event-log-store';
import { createFollowedMailsStore } from '@postrider/shared/adapters/storage/followed-mails-store';
import { openDatabase, type Database } from '@postrider/shared/adapters/storage/open-database';
import { createOutboxStore } from '@postrider/shared/adapters/storage/outbox-store';
import { createSendLedgersStore } from '@postrider/shared/adapters/storage/send-ledgers-store';
import {
  createDecisionLogStore,
  createGrantStore,
  createWatchStatesStore,
} from '@postrider/shared/adapters/storage/small-stores';
import { createUnmatchedNoticesStore } from '@postrider/shared/adapters/storage/unmatched-notices-store';

let opened = 0;

/** A name no other test uses. */
export function newDatabaseName(): string {
  opened += 1;
  return `test-${opened}-${performance.now()}`;
}

/** Opens the database of the product, or throws. */
export async function openStores(name = newDatabaseName()) {
  const outcome = await openDatabase(name);
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  return storesOn(outcome.database);
}

/** All stores on one database. */
export function storesOn(database: Database) {
  return {
    database,
    events: createEventLogStore(database),
    followed: createFollowedMailsStore(database),
    states: createWatchStatesStore(database),
    decisions: createDecisionLogStore(database),
    grants: createGrantStore(database),
    unmatched: createUnmatchedNoticesStore(database),
    ledgers: createSendLedgersStore(database),
    outbox: createOutboxStore(database),
  };
}
