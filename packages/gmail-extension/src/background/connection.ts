import type { Connection } from '@postrider/shared/application/panel';
import type { Authorization, GrantStore } from '@postrider/shared/application/ports/authorization';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

/** What tells how things stand with the mailbox. */
export type ConnectionParts = {
  readonly grants: Pick<GrantStore, 'read'>;
  readonly authorization: Pick<Authorization, 'configured'>;
};

/** Whether a mailbox is connected. */
export async function readConnection(parts: ConnectionParts): Promise<Connection> {
  const grant = await parts.grants.read();
  if (grant === null) {
    return { kind: (await parts.authorization.configured()) ? 'not-connected' : 'not-configured' };
  }
  const kind = grant.refreshToken === null ? 'reconnect-needed' : 'connected';
  return { kind, account: grant.account };
}

/** The mailbox whose mail is followed, also while it has to be connected again; null where there is none. */
export function followedAccount(connection: Connection): MailboxAddress | null {
  return 'account' in connection ? connection.account : null;
}
