import { createHash } from 'node:crypto';

import type { Exchange } from '../exchange/exchange.ts';
import type { ExchangeMailbox } from '../exchange/mailbox.ts';

/** The tenant of all personal Microsoft accounts. */
export const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** A company in Entra. */
export type Tenant = {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
};

/** Somebody who can sign in. */
export type Person = {
  readonly mailbox: ExchangeMailbox;
  readonly objectId: string;
  readonly tenant: Tenant;
  /** The mailbox lives on Exchange Online: Graph answers for it. */
  readonly online: boolean;
};

/** An app registration. */
export type Client = {
  readonly id: string;
  readonly name: string;
  /** Of the single-page kind; `brk-multihub://<host>` for nested app authentication. */
  readonly redirectUris: readonly string[];
  /** `all`: personal accounts may sign in too. */
  readonly audience: 'organizations' | 'all';
  /** Only people of these tenants; null = of any. */
  readonly tenants: readonly string[] | null;
  /** The company's admin has consented for everybody: nobody is asked. */
  readonly adminConsent: boolean;
};

/** Entra's directory of tenants, people and apps. */
export type Directory = {
  addTenant(tenant: { name: string; domains: readonly string[]; id?: string }): Tenant;
  addClient(client: Partial<Client> & Pick<Client, 'id' | 'redirectUris'>): Client;
  client(id: string): Client | undefined;
  /** By mailbox address, alias or sign-in name, any case. */
  person(address: string): Person | undefined;
  people(): readonly Person[];
  /** By id, or by one of its domains. */
  tenant(idOrDomain: string): Tenant | undefined;
};

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const personalDomains = ['outlook.com', 'hotmail.com', 'live.com'];

/** A directory over mailboxes: on Exchange Online, and on companies' own servers whose people are known here too. A domain that no tenant was added for gets one of its own. */
export const createDirectory = (online: Exchange, servers: readonly Exchange[]): Directory => {
  const tenants: Tenant[] = [
    { id: PERSONAL_TENANT, name: 'Microsoft accounts', domains: personalDomains },
  ];
  const clients = new Map<string, Client>();

  const tenantOf = (address: string): Tenant => {
    const domain = address.slice(address.indexOf('@') + 1).toLowerCase();
    const known = tenants.find(({ domains }) => domains.includes(domain));
    if (known) return known;
    const made = { id: uuidOf(`tenant ${domain}`), name: domain, domains: [domain] };
    tenants.push(made);
    return made;
  };

  const people = (): readonly Person[] =>
    [online, ...servers].flatMap((exchange) =>
      exchange.mailboxes().map((mailbox) => ({
        mailbox,
        objectId: uuidOf(`person ${mailbox.address}`),
        tenant: tenantOf(mailbox.address),
        online: exchange === online,
      })),
    );

  return {
    addTenant: ({ name, domains, id }) => {
      const lower = domains.map((domain) => domain.toLowerCase());
      const tenant = { id: id ?? uuidOf(`tenant ${lower[0] ?? name}`), name, domains: lower };
      tenants.push(tenant);
      return tenant;
    },
    addClient: (given) => {
      const client: Client = {
        name: 'Postrider',
        audience: 'organizations',
        tenants: null,
        adminConsent: false,
        ...given,
      };
      clients.set(client.id, client);
      return client;
    },
    client: (id) => clients.get(id),
    people,
    person: (given) => {
      const address = given.toLowerCase();
      return people().find(
        ({ mailbox }) =>
          mailbox.address === address ||
          mailbox.aliases.includes(address) ||
          mailbox.userPrincipalName.toLowerCase() === address,
      );
    },
    tenant: (idOrDomain) =>
      tenants.find(({ id, domains }) => id === idOrDomain || domains.includes(idOrDomain)),
  };
};
