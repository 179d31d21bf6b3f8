import type { Outbox, OutboxMail } from '../../application/ports/outbox.ts';
import { sendClasses } from '../../domain/sending/plan/plan-input.ts';
import type { Database } from './open-database.ts';
import type { OutboxRow } from './schema.ts';

/** The queue of mail that leaves in the background, in IndexedDB. */
export function createOutboxStore(database: Database): Outbox {
  return {
    async group(id) {
      return (await database.get('groupMails', id)) ?? null;
    },
    groups: (mailbox) => database.getAllFromIndex('groupMails', 'byMailbox', mailbox),
    async putGroup(group) {
      await database.put('groupMails', group);
    },
    async mail(id) {
      return (await database.get('outbox', id))?.mail ?? null;
    },
    async open(mailbox) {
      const range = IDBKeyRange.bound([mailbox], [mailbox, []]);
      const rows = await database.getAllFromIndex('outbox', 'open', range);
      return rows.map(({ mail }) => mail);
    },
    async ofGroup(id) {
      const range = IDBKeyRange.bound([id], [id, []]);
      const rows = await database.getAllFromIndex('outbox', 'byGroup', range);
      return rows.map(({ mail }) => mail);
    },
    async put(mails) {
      const transaction = database.transaction('outbox', 'readwrite');
      await Promise.all([
        ...mails.map((mail) => transaction.store.put(rowOf(mail))),
        transaction.done,
      ]);
    },
  };
}

function rowOf(mail: OutboxMail): OutboxRow {
  const classNo = sendClasses.indexOf(mail.class);
  return isOpen(mail) ? { mail, classNo, openIn: mail.mailbox } : { mail, classNo };
}

function isOpen({ state }: OutboxMail): boolean {
  return state.kind !== 'sent' && state.kind !== 'refused' && state.kind !== 'cancelled';
}
