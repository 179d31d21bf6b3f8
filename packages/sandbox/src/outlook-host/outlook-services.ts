import type { ExchangeServer } from '../exchange-server/create-exchange-server.ts';
import { itemIdOf } from '../exchange-server/ids.ts';
import { messageIdOf } from '../microsoft/graph/ids.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';
import { answerNestedAuth } from './answer-nested-auth.ts';
import type { OutlookControls } from './controls.ts';
import type { HostServices } from './host-options.ts';

/** What stands behind the two Outlooks. */
export type BehindOutlook = {
  readonly microsoft: Microsoft;
  /** Exchange Online's web services, which are switched off. */
  readonly onlineEws: ExchangeServer;
  readonly serverEws: ExchangeServer;
  readonly now: () => number;
};

/** Puts Graph, Entra and EWS behind the pages of Outlook. */
export function outlookServices(
  { microsoft, onlineEws, serverEws, now }: BehindOutlook,
  controls: OutlookControls,
): { readonly online: HostServices; readonly server: HostServices } {
  const tenants = new Map<string, string>();

  function tenantId(address: string): string {
    const domain = address.split('@')[1] ?? '';
    const known = tenants.get(domain);
    if (known !== undefined) return known;
    const { id } = microsoft.addTenant({ name: domain, domains: [domain] });
    tenants.set(domain, id);
    return id;
  }

  const source = { tenantId, issueToken: microsoft.issueToken, now };
  return {
    online: {
      ews: onlineEws.makeEwsRequest,
      // The same letters in both, but for the two that a URL cannot hold (`convertToRestId` of the library).
      itemId: (_mailbox, item) =>
        messageIdOf(item, false).replaceAll('-', '/').replaceAll('_', '+'),
      elsewhere: microsoft.uploadHost,
      nestedAuth: async (owner, request) => answerNestedAuth(owner, request, controls, source),
    },
    server: {
      ews: serverEws.makeEwsRequest,
      itemId: itemIdOf,
      elsewhere: (request) => serverEws.ews(request, { user: undefined }),
      nestedAuth: async () => null,
    },
  };
}
