import type { MailboxAddress } from '../../domain/ids.ts';

/** How many events each mailbox has, counted once and kept up to date from then on. */
export type KeptCounts = {
  of(mailbox: MailboxAddress): Promise<number>;
  /**
   * Call where a transaction begins that adds events; gives what to call with how many it has added for each mailbox.
   * A count that was asked for before does not see them, one that is asked for later does.
   */
  adding(): (added: ReadonlyMap<MailboxAddress, number>) => void;
  /** Something else has changed: the next one counts anew. */
  forget(): void;
};

type Kept = { readonly counted: Promise<number>; added: number };

/** Makes it over a count that takes long. It holds as long as nobody else writes to the same database. */
export function keptCounts(count: (mailbox: MailboxAddress) => Promise<number>): KeptCounts {
  const kept = new Map<MailboxAddress, Kept>();
  return {
    async of(mailbox) {
      const known = kept.get(mailbox) ?? { counted: count(mailbox), added: 0 };
      kept.set(mailbox, known);
      // A count that failed is no count to keep.
      known.counted.catch(() => kept.delete(mailbox));
      return (await known.counted) + known.added;
    },
    adding() {
      const before = new Map(kept);
      return (added) => {
        for (const [mailbox, more] of added) {
          const known = before.get(mailbox);
          if (known) known.added += more;
        }
      };
    },
    forget: () => kept.clear(),
  };
}
