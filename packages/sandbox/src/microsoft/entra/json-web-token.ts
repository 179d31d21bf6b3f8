import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

const KEY_ID = 'sandbox-key-1';

let made: KeyObject | undefined;

// Made on first use: it takes a while, and most tests never look at an id token.
const key = (): KeyObject => {
  made ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return made;
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed JSON web token (RFC 7519, RS256) by a key that this process made up. */
export const signedToken = (claims: object): string => {
  const text = `${part({ typ: 'JWT', alg: 'RS256', kid: KEY_ID })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key()).toString('base64url')}`;
};

/** The public half, as a JSON web key set (RFC 7517). */
export const publicKeys = (): object => ({
  keys: [
    { ...createPublicKey(key()).export({ format: 'jwk' }), use: 'sig', kid: KEY_ID, x5t: KEY_ID },
  ],
});
