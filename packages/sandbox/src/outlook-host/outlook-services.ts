import type { ExchangeServer } from '../exchange-server/create-exchange-server.ts';
import { itemIdOf } from '../exchange-server/ids.ts';
import { ewsIdOf } from '../microsoft/graph/ids.ts';
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
};

/** Puts Graph, Entra and EWS behind the pages of Outlook. */
export function outlookServices(
  { microsoft, onlineEws, serverEws }: BehindOutlook,
  controls: OutlookControls,
): { readonly online: HostServices; readonly server: HostServices } {
  return {
    online: {
      ews: onlineEws.makeEwsRequest,
      itemId: (_mailbox, item) => ewsIdOf(item),
      elsewhere: microsoft.uploadHost,
      nestedAuth: async (owner, request) =>
        answerNestedAuth(owner, request, controls, microsoft.broker),
    },
    server: {
      ews: serverEws.makeEwsRequest,
      itemId: itemIdOf,
      elsewhere: (request) => serverEws.ews(request, { user: undefined }),
      nestedAuth: async () => null,
    },
  };
}
