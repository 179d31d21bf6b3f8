import type { Switches } from './accounts.ts';
import { createExchangeServer } from './exchange-server/create-exchange-server.ts';
import type { ExchangeServer } from './exchange-server/create-exchange-server.ts';
import { createExchange } from './exchange/create-exchange.ts';
import type { Exchange } from './exchange/exchange.ts';
import type { PageVariant } from './gmail-page/create-gmail-page.ts';
import { createGmailPage } from './gmail-page/create-gmail-page.ts';
import type { PageSettings } from './gmail-page/page-settings.ts';
import { usualSettings } from './gmail-page/page-settings.ts';
import type { Google } from './google/google.ts';
import { createGoogle } from './google/google.ts';
import type { Microsoft } from './microsoft/microsoft.ts';
import { createMicrosoft } from './microsoft/microsoft.ts';
import type { OutlookControls } from './outlook-host/controls.ts';
import type { InstalledAddin } from './outlook-host/start-outlook.ts';
import { startOutlook } from './outlook-host/start-outlook.ts';
import { createPostOffice } from './post-office/post-office.ts';
import type { PostOffice } from './post-office/post-office.ts';
import { type Certificate, makeCertificate } from './server/certificate.ts';
import type { RequestRecord } from './server/request-record.ts';
import { startTlsServer } from './server/tls-server.ts';
import { likeliestSwitches } from './switches.ts';
import { customers, delegations, reps } from './world/people.ts';
import { settleInOnExchange } from './world/settle-in-on-exchange.ts';
import { settleIn } from './world/settle-in.ts';

/** An OAuth client as a company would make it for the extension. */
export type SandboxOAuthClient = {
  readonly id: string;
  readonly secret: string;
  /** `https://EXTENSION_ID.chromiumapp.org/oauth2` */
  readonly redirectUri: string;
};

/** How a sandbox starts. */
export type SandboxOptions = {
  /** Provider behaviour that differs from the most likely one. */
  readonly switches?: Partial<Switches>;
  readonly oauthClient?: SandboxOAuthClient;
  /** What time it is in this world, epoch ms; the computer's own time, unless given. It must run. */
  readonly clock?: () => number;
  /** How long the world takes to answer a mail, ms. */
  readonly worldMs?: number;
  /** Whether the mailboxes hold the mail of the last weeks; yes, unless said otherwise. */
  readonly withHistory?: boolean;
  /** What is set in Gmail, where it is not the usual. */
  readonly settings?: Partial<PageSettings>;
  /** Changes Gmail's page before it is served. */
  readonly pageVariant?: PageVariant;
  /** The key pair of its server, where a browser trusts one already; a new one unless given. */
  readonly certificate?: Certificate;
  /** Opens Outlook too, with this add-in installed. */
  readonly outlook?: InstalledAddin;
};

/** A running sandbox. */
export type Sandbox = {
  /** Port of the one server, on 127.0.0.1. */
  readonly port: number;
  /** The key that the browser is told to trust. */
  readonly spki: string;
  readonly google: Google;
  /** Adatum's on Exchange Online, and Woodgrove's own. */
  readonly exchange: { readonly online: Exchange; readonly server: Exchange };
  /** Graph and Entra before Adatum's. */
  readonly microsoft: Microsoft;
  /** The web services of Woodgrove's. */
  readonly serverEws: ExchangeServer;
  /** Outlook's own page; null where the sandbox was started without it. */
  readonly outlook: OutlookControls | null;
  readonly postOffice: PostOffice;
  /** May be changed while it runs. */
  readonly switches: Switches;
  /** Gmail's page: its settings may be changed for the pages loaded next. */
  readonly page: { readonly settings: PageSettings };
  readonly requests: readonly RequestRecord[];
  /** Changes Gmail's page from the next load on. */
  setPageVariant(variant: PageVariant): void;
  close(): Promise<void>;
};

/** Starts Google, both kinds of Exchange, the post office and the pages of Gmail and Outlook on one local server, with a world to work in. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const now = options.clock ?? Date.now;
  const switches: Switches = { ...likeliestSwitches, ...options.switches };
  const google = createGoogle({ clock: now, switches });
  const exchange = {
    online: createExchange({ kind: 'online', clock: now }),
    server: createExchange({ kind: 'server', clock: now }),
  };
  const microsoft = createMicrosoft({
    exchange: exchange.online,
    servers: [exchange.server],
    clock: now,
  });
  const onlineEws = createExchangeServer({ exchange: exchange.online, clock: now });
  const serverEws = createExchangeServer({ exchange: exchange.server, clock: now });
  const postOffice = createPostOffice({
    clock: now,
    accounts: google.accounts,
    exchanges: Object.values(exchange),
    worldMs: options.worldMs ?? 0,
  });
  google.onDeparture((sender, message) => postOffice.submit(sender, message));
  google.onStopped((sender, message) => postOffice.stop(sender, message));
  for (const each of Object.values(exchange))
    each.onDeparture((sender, item) => postOffice.submit(sender, item));
  const world = { now: now(), withHistory: options.withHistory ?? true };
  await settleIn(google, postOffice, world);
  await settleInOnExchange(exchange, world);
  if (options.oauthClient !== undefined) {
    const { id, secret, redirectUri } = options.oauthClient;
    google.addOAuthClient({ id, secret, redirectUris: [redirectUri], name: 'Postrider' });
  }

  const page = { settings: { ...usualSettings, ...options.settings } };
  let variant: PageVariant = options.pageVariant ?? ((html) => html);
  const outlook =
    options.outlook === undefined
      ? null
      : await startOutlook({
          ...exchange,
          installed: options.outlook,
          behind: { microsoft, onlineEws, serverEws },
          now,
        });
  const certificate = options.certificate ?? (await makeCertificate());
  const server = await startTlsServer({
    certificate,
    now,
    handlers: {
      'mail.google.com': await createGmailPage({
        google,
        signedIn: [...reps, ...customers].map(({ address }) => address),
        now,
        delegations,
        settings: page.settings,
        variant: () => variant,
      }),
      'gmail.googleapis.com': (request) => google.gmailApi(request),
      'accounts.google.com': (request) => google.accountsHost(request),
      'oauth2.googleapis.com': (request) => google.oauthHost(request),
      'graph.microsoft.com': microsoft.graphHost,
      'login.microsoftonline.com': microsoft.loginHost,
      ...outlook?.handlers,
    },
  });

  return {
    port: server.port,
    spki: certificate.spki,
    google,
    exchange,
    microsoft,
    serverEws,
    outlook: outlook?.controls ?? null,
    postOffice,
    switches,
    page,
    requests: server.requests,
    setPageVariant: (changed) => {
      variant = changed;
    },
    close: async () => {
      google.close();
      microsoft.close();
      for (const each of Object.values(exchange)) each.close();
      postOffice.close();
      await server.close();
    },
  };
}
