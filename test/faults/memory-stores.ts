import type {
  FollowedMail,
  FollowedMails,
} from '@postrider/shared/application/ports/followed-mails';
import type { GroupMail, Outbox, OutboxMail } from '@postrider/shared/application/ports/outbox';
import { emptyLedger, type SendLedgers } from '@postrider/shared/application/ports/send-ledger';

const classes = ['hand', 'scheduled', 'bulk'];

/** The stores that carrying a queue out needs, in memory: thousands of runs open thousands of them. */
export function memoryStores() {
  const groups = new Map<string, GroupMail>();
  const mails = new Map<string, OutboxMail>();
  const followedMails = new Map<string, FollowedMail>();
  const ledgerOf = new Map<string, Awaited<ReturnType<SendLedgers['read']>>>();
  const gateOf = new Map<string, NonNullable<Awaited<ReturnType<SendLedgers['gate']>>>>();

  const outbox: Outbox = {
    group: async (id) => groups.get(id) ?? null,
    groups: async (mailbox) => [...groups.values()].filter((one) => one.mailbox === mailbox),
    putGroup: async (group) => void groups.set(group.id, group),
    mail: async (id) => mails.get(id) ?? null,
    open: async (mailbox) =>
      [...mails.values()]
        .filter((mail) => mail.mailbox === mailbox && isOpen(mail))
        .toSorted(
          (one, other) =>
            classes.indexOf(one.class) - classes.indexOf(other.class) || one.rank - other.rank,
        ),
    ofGroup: async (id) =>
      [...mails.values()]
        .filter(({ group }) => group?.id === id)
        .toSorted((one, other) => (one.group?.no ?? 0) - (other.group?.no ?? 0)),
    put: async (all) => {
      for (const mail of all) mails.set(mail.mailId, mail);
    },
  };
  const ledgers: SendLedgers = {
    read: async (mailbox) => ledgerOf.get(mailbox) ?? emptyLedger,
    write: async (mailbox, ledger) => void ledgerOf.set(mailbox, ledger),
    gate: async (mailbox) => gateOf.get(mailbox) ?? null,
    raiseGate: async (mailbox, gate) => void gateOf.set(mailbox, gate),
  };
  const allFollowed = () => [...followedMails.values()];
  const followed: FollowedMails = {
    put: async (mail) => void followedMails.set(mail.mailId, mail),
    byDraft: async (_mailbox, key) =>
      allFollowed().find(({ draftKey }) => draftKey === key) ?? null,
    byMailId: async (id) => followedMails.get(id) ?? null,
    byMailboxMessageId: async (_mailbox, id) =>
      allFollowed().find(({ mailboxMessageId }) => mailboxMessageId === id) ?? null,
    leaving: async () => allFollowed().filter(({ state }) => state === 'leaving'),
    scheduled: async () => allFollowed().filter(({ state }) => state === 'scheduled'),
  };
  return { outbox, ledgers, followed, all: () => [...mails.values()] };
}

/** One computer's stores. */
export type MemoryStores = ReturnType<typeof memoryStores>;

function isOpen({ state: { kind } }: OutboxMail): boolean {
  return kind !== 'sent' && kind !== 'refused' && kind !== 'cancelled';
}
