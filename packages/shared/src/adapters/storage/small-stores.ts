import type { GrantStore } from '../../application/ports/authorization.ts';
import type {
  Decision,
  DecisionLog,
  NoticeDecision,
} from '../../application/ports/decision-log.ts';
import { freshWatchState, type WatchStates } from '../../application/ports/watch-state.ts';
import type { MailboxAddress } from '../../domain/ids.ts';
import type { Database } from './open-database.ts';

/** What people decided, in IndexedDB. */
export function createDecisionLogStore(database: Database): DecisionLog {
  return {
    async append(decision) {
      const transaction = database.transaction('decisions', 'readwrite');
      const known = await transaction.store.getKey(decision.id);
      if (known === undefined) await transaction.store.add(decision);
      await transaction.done;
    },
    all: () => database.getAllFromIndex('decisions', 'byTime'),
    async last() {
      const { store } = database.transaction('decisions');
      return (await store.index('byTime').openCursor(null, 'prev'))?.value ?? null;
    },
    async ofNotice(mailbox, noticeId) {
      const range = IDBKeyRange.bound([mailbox, noticeId], [mailbox, noticeId, []]);
      const found = await database.getAllFromIndex('decisions', 'byNotice', range);
      return found.findLast(isAboutNotice) ?? null;
    },
  };
}

/** The watch's state of each mailbox, in IndexedDB. */
export function createWatchStatesStore(database: Database): WatchStates {
  return {
    async read(mailbox) {
      return (await database.get('watchStates', mailbox))?.state ?? freshWatchState;
    },
    async write(mailbox, state) {
      await database.put('watchStates', { mailbox, state });
    },
  };
}

function isAboutNotice(decision: Decision): decision is NoticeDecision {
  return 'noticeId' in decision;
}

const onlyGrant = 'connected';

/**
 * A grant in IndexedDB: content scripts and pages cannot read there. Without a mailbox, that of the one connected
 * account; with one, that of this mailbox, where one program serves several.
 */
export function createGrantStore(database: Database, mailbox?: MailboxAddress): GrantStore {
  const key = mailbox ?? onlyGrant;
  return {
    read: async () => (await database.get('grants', key)) ?? null,
    async write(grant) {
      await database.put('grants', grant, key);
    },
    clear: () => database.delete('grants', key),
  };
}
