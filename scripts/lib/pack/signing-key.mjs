import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { Fault } from './fault.mjs';

/**
 * @typedef {object} SigningKey
 * @property {string} path The private key's file (PEM).
 * @property {Buffer} publicKey SubjectPublicKeyInfo, DER: what the extension's id is made of.
 */

/** Makes a new key for signing, readable by its owner only. @param {string} path @returns {SigningKey} */
export function makeSigningKey(path) {
  // 2048 bits is what Chrome's own "Pack extension" makes.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  return readSigningKey(path);
}

/** Reads a company's key. @param {string} path @returns {SigningKey} */
export function readSigningKey(path) {
  if (!existsSync(path)) {
    throw new Fault(
      `There is no signing key at ${path}. Check the path, or leave --key out to have one made.`,
    );
  }
  const pem = readFileSync(path, 'utf8');
  if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)) {
    throw new Fault(
      `The key ${path} is locked with a passphrase. Unlock a copy for signing, and delete it afterwards: ` +
        'openssl pkey -in company.pem -out unlocked.pem',
    );
  }
  const key = parseKey(pem, path);
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw new Fault(
      `The key ${path} is not an RSA key of 2048 bits or more, which is what Chrome takes. ` +
        'Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out company.pem',
    );
  }
  return { path, publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }) };
}

/**
 * @param {string} pem
 * @param {string} path
 */
function parseKey(pem, path) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Fault(
      `${path} holds no private key in PEM form. It should begin with "-----BEGIN PRIVATE KEY-----".`,
    );
  }
}
