import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import { emptyLedger, type SendLedgers } from '@postrider/shared/application/ports/send-ledger';
import { freshWatchState, type WatchStates } from '@postrider/shared/application/ports/watch-state';

import type { OpenMailbox } from '../office/open-mailbox.ts';
import type { KeyValues } from '../storage/key-values.ts';

/** What a move is noticed by, and what must be set right after it. */
export type MoveParts = {
  readonly open: OpenMailbox;
  readonly kept: KeyValues;
  readonly states: WatchStates;
  readonly ledgers: Pick<SendLedgers, 'write'>;
  readonly cursorAt: Mailbox['cursorAt'];
};

/** Clocks of two servers differ, ms. What was seen in these minutes stands in the feed twice: better than not at all. */
const overlapMs = 5 * 60_000;

/**
 * Notices that a mailbox has moved between a company's own server and Exchange Online since it was last looked at: every
 * message has another name there, so it is read on from the time of the last look, and what left is counted anew. Events
 * stay: replies and bounces find their mail by Message-ID.
 */
export async function heedMovedMailbox(parts: MoveParts): Promise<void> {
  const { open, kept, states } = parts;
  const key = `keeper ${open.address}`;
  const before = kept.read(key);
  if (before === open.keeper.kind) return;
  if (before !== null) {
    const { lookedAt } = await states.read(open.address);
    if (lookedAt !== null) {
      const cursor = parts.cursorAt(lookedAt - overlapMs);
      await states.write(open.address, { ...freshWatchState, lookedAt, cursor });
      await parts.ledgers.write(open.address, emptyLedger);
    }
  }
  // Last, so that a pane that is closed in the middle begins again.
  kept.write(key, open.keeper.kind);
}
