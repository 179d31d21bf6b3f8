import type { Account, StoredMessage, Switches } from '../accounts.ts';

/** Drafts that were sent just now: whether a second send of one leaves is a switch. */
export type SentDrafts = {
  note(account: Account, draftId: string, draft: StoredMessage): void;
  /** The draft as it was, where a second send of it leaves, too. */
  again(account: Account, draftId: string): StoredMessage | undefined;
};

const keyOf = ({ address }: Account, draftId: string): string => `${address} ${draftId}`;

/** None yet. */
export const createSentDrafts = (clock: () => number, switches: Switches): SentDrafts => {
  const sent = new Map<string, { readonly at: number; readonly draft: StoredMessage }>();
  return {
    note: (account, draftId, draft) => {
      const key = keyOf(account, draftId);
      if (switches.secondSendMs !== null && !sent.has(key)) sent.set(key, { at: clock(), draft });
    },
    again: (account, draftId) => {
      const entry = sent.get(keyOf(account, draftId));
      const { secondSendMs } = switches;
      return entry && secondSendMs !== null && clock() <= entry.at + secondSendMs
        ? entry.draft
        : undefined;
    },
  };
};
