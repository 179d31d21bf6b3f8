import type { Client, Directory, Person } from '../directory.ts';
import { PERSONAL_TENANT } from '../directory.ts';
import type { Grants } from '../grants.ts';
import { entraErrors, type EntraError } from './entra-error.ts';

/** What Entra's endpoints work with. */
export type EntraTools = {
  readonly directory: Directory;
  readonly grants: Grants;
  readonly clock: () => number;
};

/** May this person sign in to this app at this authority ("common", "organizations", "consumers", or a tenant)? */
export const objectionTo = (
  person: Person,
  client: Client,
  authority: string,
  directory: Directory,
): EntraError | undefined => {
  const { tenant, mailbox } = person;
  const isPersonal = tenant.id === PERSONAL_TENANT;
  if (isPersonal && client.audience === 'organizations') return entraErrors.notForConsumers();
  const wrong = entraErrors.wrongTenant(mailbox.userPrincipalName, authority);
  if (client.tenants !== null && !client.tenants.includes(tenant.id)) return wrong;
  if (authority === 'common') return undefined;
  if (authority === 'organizations') return isPersonal ? wrong : undefined;
  if (authority === 'consumers') return isPersonal ? undefined : wrong;
  return directory.tenant(authority)?.id === tenant.id ? undefined : wrong;
};

/** Whether somebody agreed that an app may do this: the person, or the company's admin for all. */
export const isAgreed = (
  grants: Grants,
  { mailbox }: Person,
  client: Client,
  scopes: readonly string[],
): boolean => client.adminConsent || grants.hasConsented(mailbox.address, client.id, scopes);
