import type { Exchange } from '../exchange/exchange.ts';
import type { ExchangeItem, ExchangeMailbox } from '../exchange/mailbox.ts';
import type { HostHandler } from '../server/tls-server.ts';
import type { OwnControls } from './controls.ts';
import type { NestedAuthRequest } from './nested-auth.ts';

/** What other parts of the sandbox answer in Outlook's name. */
export type HostServices = {
  /** `makeEwsRequestAsync`: SOAP in, SOAP out, or the host's own error. */
  readonly ews: (
    mailbox: ExchangeMailbox,
    soap: string,
  ) => Promise<{ readonly body: string; readonly hostError: string | null }>;
  /** The id by which an add-in knows an item: EWS's, also of Exchange Online. */
  readonly itemId: (mailbox: ExchangeMailbox, item: ExchangeItem) => string;
  /** Whatever else is asked of the page's own host. */
  readonly elsewhere: HostHandler;
  /** Nested app authentication: the answer as msal-browser reads it, or null for none at all. */
  readonly nestedAuth: (
    owner: ExchangeMailbox,
    request: NestedAuthRequest,
  ) => Promise<object | null>;
};

/** Who may open and send for whose mailbox besides its owner. */
export type SharedMailbox = { readonly mailbox: string; readonly to: string };

/** What Outlook's page needs to know. */
export type OutlookHostOptions = {
  readonly exchange: Exchange;
  /** XML of the add-in that is installed for everybody. */
  readonly manifest: string;
  readonly controls: OwnControls;
  readonly shared: readonly SharedMailbox[];
  readonly services: HostServices;
  readonly now: () => number;
};
