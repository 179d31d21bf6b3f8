import { X509Certificate, createHash } from 'node:crypto';

import { generate } from 'selfsigned';

/** A TLS key pair that lives in memory only. */
export type Certificate = {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 SHA-256 of the public key's SPKI, as Chromium's --ignore-certificate-errors-spki-list takes it. */
  readonly spki: string;
};

/** Makes a self-signed certificate; the browser is told to trust exactly this key, so the names in it do not matter. */
export async function makeCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'Postrider sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const { publicKey } = new X509Certificate(made.cert);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    cert: made.cert,
    spki: createHash('sha256').update(der).digest('base64'),
  };
}
