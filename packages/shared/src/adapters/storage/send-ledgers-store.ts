import { emptyLedger, type SendLedgers } from '../../application/ports/send-ledger.ts';
import type { Database } from './open-database.ts';

/** What left each mailbox, and its sending gate, in IndexedDB. */
export function createSendLedgersStore(database: Database): SendLedgers {
  return {
    async read(mailbox) {
      return (await database.get('sendLedgers', mailbox))?.ledger ?? emptyLedger;
    },
    async write(mailbox, ledger) {
      await database.put('sendLedgers', { mailbox, ledger });
    },
    async gate(mailbox) {
      return (await database.get('sendingGates', mailbox))?.gate ?? null;
    },
    async raiseGate(mailbox, gate) {
      await database.put('sendingGates', { mailbox, gate });
    },
  };
}
