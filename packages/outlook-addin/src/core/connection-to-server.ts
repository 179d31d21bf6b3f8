import { createEwsMailbox } from '@postrider/shared/adapters/ews/ews-mailbox';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import { exchangeServerLimits } from '@postrider/shared/domain/sending/limits';

import { createServerAuthorization } from '../identity/server-authorization.ts';
import { askExchangeServer } from '../office/ask-exchange-server.ts';
import { showMessage } from '../office/show-message.ts';
import type { Connection } from './connection.ts';
import { clock, wait } from './platform.ts';

/** A company's own Exchange Server, by Exchange Web Services through Outlook. */
export function connectionToServer(open: MailboxAddress): Connection {
  const mailbox = createEwsMailbox({ ask: askExchangeServer, account: open, clock, wait });
  return {
    authorization: createServerAuthorization(mailbox, open),
    mailbox,
    limitsOf: exchangeServerLimits,
    edition: 'exchange-server',
    addresses: () => [open],
    isReady: async () => true,
    // A move gives a message another id, and Outlook wants the one it has now.
    async show(id) {
      const item = await mailbox.itemId(id);
      if (item.kind === 'ok' && item.value !== null) await showMessage(item.value);
    },
  };
}
