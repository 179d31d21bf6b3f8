import type { StoreApi } from 'zustand/vanilla';

import type { PanelBackend } from '../../application/panel.ts';
import type { MatchOutcome } from '../../application/panel/unmatched-notice.ts';
import type { EventId, MailboxMessageId } from '../../domain/ids.ts';
import type { PanelState } from './panel-state.ts';

/** What can be done to the suppression list and the notices that wait for a match; null = nobody answered. */
export type ListActions = {
  readonly suppress: (address: string, why: string) => Promise<void>;
  readonly unsuppress: (address: string, why?: string) => Promise<void>;
  /** Takes the last `unsuppress` of this address back. */
  readonly putBack: (address: string) => Promise<void>;
  readonly matchNotice: (id: MailboxMessageId, sent: EventId) => Promise<MatchOutcome | null>;
  readonly unmatchNotice: (id: MailboxMessageId) => Promise<void>;
  readonly dismissNotice: (id: MailboxMessageId) => Promise<void>;
};

/** Runs a question to the backend and brings what is shown up to date; null where nobody answered. */
export type Ask = <Answer>(question: () => Promise<Answer>) => Promise<Answer | null>;

/** Makes the actions over a backend. */
export function listActions(
  backend: PanelBackend,
  ask: Ask,
  state: Pick<StoreApi<PanelState>, 'getState' | 'setState'>,
): ListActions {
  const done = async (question: () => Promise<void>) => void (await ask(question));
  return {
    suppress: (address, why) => {
      state.setState({ takenOff: null });
      return done(() => backend.suppress(address, why));
    },
    unsuppress: (address, why = '') => {
      const listed = state.getState().suppressions?.find((one) => one.address === address);
      state.setState({ takenOff: listed ?? null });
      return done(() => backend.unsuppress(address, why));
    },
    putBack: (address) => {
      state.setState({ takenOff: null });
      return done(() => backend.putBack(address));
    },
    matchNotice: (id, sent) => ask(() => backend.matchNotice(id, sent)),
    unmatchNotice: (id) => done(() => backend.unmatchNotice(id)),
    dismissNotice: (id) => done(() => backend.dismissNotice(id)),
  };
}

/** Reads the lists that the feed and the open page show. */
export async function readLists(
  backend: PanelBackend,
  page: PanelState['page'],
): Promise<Partial<PanelState>> {
  const [suppressions, guard, notices] = await Promise.all([
    backend.suppressions(),
    page === 'suppressed' ? backend.sendGuard() : null,
    page === 'unmatched' ? backend.unmatched() : null,
  ]);
  return {
    suppressions,
    ...(guard === null ? {} : { blockedDomains: guard.blockedDomains }),
    ...(notices === null ? {} : { notices }),
  };
}
