import { createGraphMailbox } from '@postrider/shared/adapters/graph/graph-mailbox';
import { readOwnAddresses } from '@postrider/shared/adapters/graph/own-addresses';
import { readWebLink } from '@postrider/shared/adapters/graph/web-link';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import { exchangeOnlineLimits } from '@postrider/shared/domain/sending/limits';

import { createDialogSignIn } from '../identity/dialog-sign-in.ts';
import { createGraphConnection } from '../identity/graph-connection.ts';
import { sessionSignIn } from '../identity/kept-sign-in.ts';
import { createNestedSignIn } from '../identity/nested-sign-in.ts';
import { firstAvailable } from '../identity/sign-in.ts';
import { can } from '../office/can.ts';
import { askInDialog } from '../office/dialog.ts';
import { openInBrowser } from '../office/show-message.ts';
import type { Connection } from './connection.ts';
import { clock, send, wait } from './platform.ts';

/** Exchange Online, by Graph. `company` is the policy as it is now. */
export function connectionOnline(open: MailboxAddress, company: () => Policy): Connection {
  const graph = createGraphConnection({
    client: () => company().entraClient ?? null,
    signInFor: ({ id, allowedTenants }) =>
      firstAvailable(
        createNestedSignIn({ clientId: id, allowedTenants, offered: can('nested-sign-in'), clock }),
        createDialogSignIn({ open: askInDialog, kept: sessionSignIn(), clock }),
      ),
    open,
    async addressesOf(token) {
      const tokens = {
        token: async () => ({ kind: 'ok', value: token }) as const,
        reject: async () => {},
      };
      const addresses = await readOwnAddresses({ fetch: send, tokens, clock, wait });
      if (addresses.kind !== 'ok') return addresses;
      const { primary, all } = addresses.value;
      return { kind: 'ok', value: [...new Set([primary, ...all])] };
    },
    clock,
  });
  return {
    authorization: graph.authorization,
    mailbox: createGraphMailbox({ fetch: send, tokens: graph.tokens, clock, wait }),
    limitsOf: exchangeOnlineLimits,
    edition: 'exchange-online',
    addresses: graph.addresses,
    isReady: async () => (await graph.tokens.token()).kind === 'ok',
    // Outlook's own call wants another name for the message than the one that outlives a move.
    async show(id) {
      const link = await readWebLink({ fetch: send, tokens: graph.tokens, clock, wait }, id);
      if (link.kind === 'ok' && link.value !== null) openInBrowser(link.value);
    },
  };
}
