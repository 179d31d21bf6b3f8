import type { Connection, PanelStatus } from '@postrider/shared/application/panel';
import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import { freshWatchState, type WatchStates } from '@postrider/shared/application/ports/watch-state';

import { followedAccount } from './connection.ts';

/** What the head of the panel is read from. */
export type StatusParts = {
  readonly connection: () => Promise<Connection>;
  readonly states: WatchStates;
  readonly followed: FollowedMails;
  readonly policy: PolicySource;
  readonly looking: () => boolean;
};

/** Reads what the head of the panel shows. */
export async function readPanelStatus(parts: StatusParts): Promise<PanelStatus> {
  const connection = await parts.connection();
  const account = followedAccount(connection);
  const state = account === null ? freshWatchState : await parts.states.read(account);
  const { allowedDomains = [] } = await parts.policy.read();
  return {
    connection,
    allowedDomains,
    lookedAt: state.lookedAt,
    looking: parts.looking(),
    problem: state.problem,
    unreadable: state.unreadable.length,
    leaving: account === null ? [] : await parts.followed.leaving(account),
  };
}
