import { isAllowed } from '@postrider/shared/application/connect-mailbox/allowed-domains';
import type { CurrentWatch } from '@postrider/shared/application/panel-backend';
import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import type { LookOutcome, Watch } from '@postrider/shared/application/watch-mailbox/watch';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import type { LookTimes } from './look-times.ts';
import { singleFlight } from './single-flight.ts';

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
