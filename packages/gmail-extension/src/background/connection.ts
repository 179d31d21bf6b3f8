import type { Connection } from '@postrider/shared/application/panel';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

/** The mailbox whose mail is followed, also while it has to be connected again; null where there is none. */
export function followedAccount(connection: Connection): MailboxAddress | null {
  return 'account' in connection ? connection.account : null;
}
