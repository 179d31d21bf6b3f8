import type { Authorization } from '@postrider/shared/application/ports/authorization';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';

/**
 * Connecting a mailbox on a company's own Exchange Server: Outlook is signed in there already and passes our requests
 * on, so the rep's consent is all that is asked. That the server answers is proved before it counts as connected.
 */
export function createServerAuthorization(mailbox: Pick<Mailbox, 'account'>): Authorization {
  return {
    configured: async () => true,
    ask: async () => ({ kind: 'granted', grant: { kind: 'by-host' } }),
    account: () => mailbox.account(),
    revoke: async () => ({ kind: 'ok', value: null }),
  };
}
