import type { FollowedMails } from '../../application/ports/followed-mails.ts';
import type { Database } from './open-database.ts';

/** The ties of followed mail in IndexedDB. */
export function createFollowedMailsStore(database: Database): FollowedMails {
  return {
    async put(mail) {
      await database.put('followedMails', mail);
    },
    async byDraft(mailbox, draftKey) {
      return (await database.getFromIndex('followedMails', 'byDraft', [mailbox, draftKey])) ?? null;
    },
    async byMailId(mailId) {
      return (await database.get('followedMails', mailId)) ?? null;
    },
    async byMailboxMessageId(mailbox, id) {
      return (
        (await database.getFromIndex('followedMails', 'byMailboxMessageId', [mailbox, id])) ?? null
      );
    },
    leaving: (mailbox) =>
      database.getAllFromIndex('followedMails', 'byState', [mailbox, 'leaving']),
    scheduled: (mailbox) =>
      database.getAllFromIndex('followedMails', 'byState', [mailbox, 'scheduled']),
  };
}
