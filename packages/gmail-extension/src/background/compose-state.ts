import { isAllowed } from '@postrider/shared/application/connect-mailbox/allowed-domains';
import type { Connection } from '@postrider/shared/application/panel';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import type { ComposeStanding, ComposeState } from '../bus/page-catalogue.ts';
import { followedAccount } from './connection.ts';
import { type Core, NewerData } from './core.ts';

/** What the strip under a compose window shows. Changes nothing; where the data is of a newer version, it says so. */
export async function readComposeState(
  core: () => Promise<Core>,
  asked: { readonly account: MailboxAddress; readonly draftKey: string | null },
): Promise<ComposeState> {
  const { account, draftKey } = asked;
  const parts = await core().catch((error: unknown) => {
    if (error instanceof NewerData) return null;
    throw error;
  });
  if (parts === null) {
    return { standing: { kind: 'newer-data' }, follow: false, budget: null, ownServerAliases: [] };
  }
  const { panel, followed, policy, aliases } = parts;
  const { connection, budget } = await panel.status();
  const mail = draftKey === null ? null : await followed.byDraft(account, draftKey);
  const company = await policy.read();
  const { followByDefault = true } = company;
  const standing = standingOf(connection, account, isAllowed(company, account));
  return {
    standing,
    follow: mail?.follow ?? followByDefault,
    ...(standing.kind === 'ready'
      ? { budget, ownServerAliases: await aliases.ownServer(account) }
      : { budget: null, ownServerAliases: [] }),
  };
}

function standingOf(
  connection: Connection,
  account: MailboxAddress,
  mayConnect: boolean,
): ComposeStanding {
  const connected = followedAccount(connection);
  if (connected !== null && connected !== account) {
    return { kind: 'other-account', connected, mayConnect };
  }
  if (connection.kind === 'not-connected' && !mayConnect) return { kind: 'not-allowed' };
  return { kind: connection.kind === 'connected' ? 'ready' : connection.kind };
}
