import type { MailboxAddress } from '../../domain/ids.ts';
import { isAllowed } from '../connect-mailbox/allowed-domains.ts';
import type { CurrentWatch } from '../panel-backend.ts';
import type { GrantStore } from '../ports/authorization.ts';
import type { PolicySource } from '../ports/policy.ts';
import { singleFlight } from './single-flight.ts';
import type { LookOutcome, Watch } from './watch.ts';

/** Makes the program look by itself. */
export type LookTimes = {
  /** A look at this instant (epoch ms), beside the regular ones; the earliest asked for counts. */
  at(instant: number): void;
};

/** What watching the connected mailbox works with. */
export type CurrentWatchParts = {
  readonly grants: Pick<GrantStore, 'read'>;
  readonly policy: Pick<PolicySource, 'read'>;
  readonly newWatch: (account: MailboxAddress) => Watch;
  readonly times: LookTimes;
};

/** The watch of whichever mailbox is connected when it looks. Each look makes the appointment for the next one it knows of. */
export function currentWatch({ grants, policy, newWatch, times }: CurrentWatchParts): CurrentWatch {
  const watches = new Map<MailboxAddress, Watch>();
  const watchOf = (account: MailboxAddress) => {
    const watch = watches.get(account) ?? newWatch(account);
    watches.set(account, watch);
    return watch;
  };
  const looks = singleFlight<LookOutcome | null>(async () => {
    const grant = await grants.read();
    if (grant === null || grant.renewal === null) return null;
    // A company that narrows its domains puts mailboxes to rest that were connected before.
    if (!isAllowed(await policy.read(), grant.account)) return null;
    const outcome = await watchOf(grant.account).look();
    if (outcome.nextAt !== null) times.at(outcome.nextAt);
    return outcome;
  });
  return { look: () => looks.run(), isLooking: () => looks.running() };
}
