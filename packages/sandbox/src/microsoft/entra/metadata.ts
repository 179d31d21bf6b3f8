import type { Directory } from '../directory.ts';

const LOGIN = 'https://login.microsoftonline.com';

const wellKnown = new Set(['common', 'organizations', 'consumers']);

/** OpenID Connect Discovery's document of an authority; undefined where there is no such tenant. */
export const openIdConfiguration = (
  authority: string,
  directory: Directory,
): object | undefined => {
  const tenant = wellKnown.has(authority) ? authority : directory.tenant(authority)?.id;
  if (tenant === undefined) return undefined;
  return {
    token_endpoint: `${LOGIN}/${tenant}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${LOGIN}/${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: wellKnown.has(tenant) ? `${LOGIN}/{tenantid}/v2.0` : `${LOGIN}/${tenant}/v2.0`,
    authorization_endpoint: `${LOGIN}/${tenant}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${LOGIN}/${tenant}/oauth2/v2.0/logout`,
    tenant_region_scope: null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
  };
};

/** Which names of the sign-in host are the same cloud. */
export const instanceDiscovery = (): object => ({
  tenant_discovery_endpoint: `${LOGIN}/common/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [
    {
      preferred_network: 'login.microsoftonline.com',
      preferred_cache: 'login.windows.net',
      aliases: [
        'login.microsoftonline.com',
        'login.windows.net',
        'login.microsoft.com',
        'sts.windows.net',
      ],
    },
  ],
});
