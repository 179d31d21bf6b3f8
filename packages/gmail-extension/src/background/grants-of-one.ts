import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

/**
 * The grant store as far as it is about one account: another account's grant is none. A look that is under way when the
 * rep switches accounts must end, and not read on in the other mailbox.
 */
export function grantsOfOne(grants: GrantStore, account: MailboxAddress): GrantStore {
  return {
    ...grants,
    async read() {
      const grant = await grants.read();
      return grant?.account === account ? grant : null;
    },
  };
}
