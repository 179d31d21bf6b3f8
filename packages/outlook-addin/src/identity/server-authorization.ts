import type { Authorization } from '@postrider/shared/application/ports/authorization';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

/**
 * Connecting a mailbox on a company's own Exchange Server: Outlook is signed in there already and passes our requests
 * on, so the rep's consent is all that is asked. That the server answers is proved before it counts as connected; whose
 * mailbox answers is never in doubt, since Outlook asks as the person whose mailbox is open.
 */
export function createServerAuthorization(
  mailbox: Pick<Mailbox, 'account'>,
  open: MailboxAddress,
): Authorization {
  return {
    configured: async () => true,
    ask: async () => ({ kind: 'granted', grant: { kind: 'by-host' } }),
    async account() {
      const answered = await mailbox.account();
      return answered.kind === 'ok' ? { kind: 'ok', value: open } : answered;
    },
    revoke: async () => ({ kind: 'ok', value: null }),
  };
}
