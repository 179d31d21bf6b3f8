import { createHash } from 'node:crypto';

import type { Client, Person } from '../directory.ts';
import { signedToken } from './json-web-token.ts';

const HOUR_S = 3600;

/** The id token of a sign-in (Microsoft identity platform, "ID token claims reference", version 2.0). Times in it are seconds. */
export const idTokenFor = (
  { mailbox, objectId, tenant }: Person,
  client: Pick<Client, 'id'>,
  { nonce, at }: { readonly nonce: string | null; readonly at: number },
): string => {
  const now = Math.floor(at / 1000);
  return signedToken({
    aud: client.id,
    iss: `https://login.microsoftonline.com/${tenant.id}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + HOUR_S,
    name: mailbox.name,
    ...(nonce === null ? {} : { nonce }),
    oid: objectId,
    preferred_username: mailbox.userPrincipalName,
    sub: createHash('sha256').update(`${objectId} ${client.id}`).digest('base64url'),
    tid: tenant.id,
    uti: createHash('sha256').update(`${objectId} ${now}`).digest('base64url').slice(0, 22),
    ver: '2.0',
  });
};

/** `client_info`, from which MSAL makes the account's name of its own. */
export const clientInfoOf = ({ objectId, tenant }: Person): string =>
  Buffer.from(JSON.stringify({ uid: objectId, utid: tenant.id })).toString('base64url');
