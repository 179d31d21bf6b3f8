import type { Exchange } from '../exchange/exchange.ts';
import { createFaults, type Faults } from '../faults.ts';
import { unrefTimers, type Timers } from '../later.ts';
import { createDirectory, type Client, type Tenant } from './directory.ts';
import { createBroker, type BrokerAnswer, type BrokerRequest } from './entra/broker.ts';
import { createLoginHost } from './entra/login-host.ts';
import { createGrants } from './grants.ts';
import { createDeltas } from './graph/deltas.ts';
import { createGraphApi } from './graph/graph-api.ts';
import { createGraphLog, type GraphLog } from './graph/graph-log.ts';
import { createQuota, type GraphLimits } from './graph/quota.ts';
import { createUploadHost } from './graph/upload-host.ts';
import { createUploads } from './graph/uploads.ts';
import { likeliestGraphSwitches, type GraphSwitches } from './switches.ts';

/** All that the product asks for (Mail.ReadWrite, Mail.Send, User.Read). */
const PRODUCT_SCOPES = ['User.Read', 'Mail.ReadWrite', 'Mail.Send'];

/** The sandbox's Microsoft 365 before an Exchange Online: Graph and Entra, and what a test may do to them. */
export type Microsoft = {
  readonly exchange: Exchange;
  /** A company in Entra; a domain that none was added for gets one of its own. */
  addTenant(tenant: { name: string; domains: readonly string[]; id?: string }): Tenant;
  /** An app registration; multi-tenant, for work accounts, and without the admin's consent unless told otherwise. */
  addClient(client: Partial<Client> & Pick<Client, 'id' | 'redirectUris'>): Client;
  /** graph.microsoft.com. Rejects with `ConnectionLost` where the line is cut on purpose. */
  graphHost(request: Request): Promise<Response>;
  /** outlook.office.com/api/…: where upload sessions take their pieces. */
  uploadHost(request: Request): Promise<Response>;
  /** login.microsoftonline.com: discovery, the pages of a sign-in, tokens. */
  loginHost(request: Request): Promise<Response>;
  /** Nested app authentication: signs an add-in in as the person whose Outlook it runs in. */
  broker(request: BrokerRequest): BrokerAnswer;
  /** Notes that a person has agreed to what an app asks for. */
  consent(address: string, clientId: string, scopes?: readonly string[]): void;
  /** An access token without any page; the product's three scopes unless told otherwise. */
  issueToken(address: string, scopes?: readonly string[], clientId?: string): string;
  /** For both hosts. */
  readonly faults: Faults;
  readonly log: GraphLog;
  /** Graph's throttling, to be changed at any time. */
  readonly limits: GraphLimits;
  /** To be changed at any time. */
  readonly switches: GraphSwitches;
  /** The account takes everything back: tokens and consent. */
  revoke(address: string): void;
  /** The account's access tokens run out now. */
  expireTokens(address: string): void;
  /** The mailbox's delta tokens are forgotten: 410 SyncStateNotFound. */
  forgetDelta(address: string): void;
  close(): void;
};

/** Starts Graph and Entra before an Exchange Online. `servers` are companies' own Exchanges whose people are in Entra too: Graph refuses their mailboxes. */
export const createMicrosoft = (options: {
  readonly exchange: Exchange;
  readonly servers?: readonly Exchange[];
  readonly clock: () => number;
  readonly switches?: Partial<GraphSwitches>;
  readonly timers?: Timers;
}): Microsoft => {
  const { exchange, servers = [], clock, timers = unrefTimers } = options;
  const switches = { ...likeliestGraphSwitches, ...options.switches };
  const directory = createDirectory(exchange, servers);
  const grants = createGrants(clock);
  const faults = createFaults(timers);
  const log = createGraphLog();
  const quota = createQuota(clock);
  const deltas = createDeltas();
  const uploads = createUploads();
  const tools = { exchange, switches, clock, deltas, uploads };
  const entra = { directory, grants, clock };
  const loginHost = createLoginHost(entra);
  const addressOf = (given: string): string =>
    directory.person(given)?.mailbox.address ?? given.toLowerCase();

  return {
    exchange,
    addTenant: directory.addTenant,
    addClient: directory.addClient,
    graphHost: createGraphApi({ ...tools, directory, grants, quota, log, faults, timers }),
    uploadHost: createUploadHost(uploads, clock),
    loginHost: (request) => faults.through(request, () => loginHost(request)),
    broker: createBroker(entra),
    consent: (address, clientId, scopes = PRODUCT_SCOPES) => {
      grants.consent(addressOf(address), clientId, scopes);
    },
    issueToken: (address, scopes = PRODUCT_SCOPES, clientId = 'sandbox') =>
      grants.issue({ address: addressOf(address), clientId, scopes }).token,
    faults,
    log,
    limits: quota.limits,
    switches,
    revoke: (address) => {
      grants.revoke(addressOf(address));
    },
    expireTokens: (address) => {
      grants.expireTokens(addressOf(address));
    },
    forgetDelta: (address) => {
      deltas.forget(addressOf(address));
    },
    close: () => {
      faults.clear();
    },
  };
};
