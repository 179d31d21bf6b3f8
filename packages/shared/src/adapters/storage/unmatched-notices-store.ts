import type { UnmatchedNotices } from '../../application/ports/unmatched-notices.ts';
import type { Database } from './open-database.ts';

/** A person goes through a list by hand: more than this is a flood, and its oldest fall out. */
const maxKept = 500;

/** Notices that could not be matched, in IndexedDB. */
export function createUnmatchedNoticesStore(database: Database): UnmatchedNotices {
  return {
    async put(notice) {
      const transaction = database.transaction('unmatchedNotices', 'readwrite');
      await transaction.store.put(notice);
      const range = IDBKeyRange.bound([notice.mailbox], [notice.mailbox, []]);
      const keys = await transaction.store.index('byTime').getAllKeys(range);
      const tooMany = keys.slice(0, Math.max(0, keys.length - maxKept));
      await Promise.all([...tooMany.map((key) => transaction.store.delete(key)), transaction.done]);
    },
    async get(mailbox, id) {
      return (await database.get('unmatchedNotices', [mailbox, id])) ?? null;
    },
    async all(mailbox) {
      const range = IDBKeyRange.bound([mailbox], [mailbox, []]);
      return (await database.getAllFromIndex('unmatchedNotices', 'byTime', range)).toReversed();
    },
    async ids(mailbox) {
      const range = IDBKeyRange.bound([mailbox], [mailbox, []]);
      const keys = await database.getAllKeysFromIndex('unmatchedNotices', 'byTime', range);
      return keys.map(([, id]) => id);
    },
    remove: (mailbox, id) => database.delete('unmatchedNotices', [mailbox, id]),
  };
}
