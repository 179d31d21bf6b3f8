import { createHash } from 'node:crypto';

/**
 * The id Chrome gives an extension: the first 16 bytes of the public key's SHA-256, written in a..p.
 * @param {Buffer} publicKey SubjectPublicKeyInfo, DER.
 */
export function extensionId(publicKey) {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return hex.replaceAll(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

/** What must stand among the OAuth client's redirect URIs, letter for letter. @param {string} id */
export function redirectUri(id) {
  return `https://${id}.chromiumapp.org/oauth2`;
}
