import { mailboxesOf } from '../../mail/addresses.ts';
import { domainOf } from '../notices/notice.ts';

/** What the receiving side could check about a mail that came by SMTP. */
export type Credentials = {
  /** Envelope sender (MAIL FROM); empty for notices, then SPF is judged by `host` (RFC 7208 section 2.4). */
  readonly envelopeFrom: string;
  /** The host that said HELO. */
  readonly host: string;
  /** The domain whose DKIM signature the mail carries, and whether it fits; null without a signature. */
  readonly signedBy: string | null;
  readonly signature: 'pass' | 'fail';
  readonly spf: 'pass' | 'fail' | 'none';
};

/** How much of what a mail claims about its origin can be proved. */
export type Authentication = 'pass' | 'fail' | 'none';

/** The same mail with broken proof (`fail`) or without any (`none`). */
export const weakened = (credentials: Credentials, authentication: Authentication): Credentials => {
  if (authentication === 'pass') return credentials;
  return authentication === 'fail'
    ? { ...credentials, signature: 'fail', spf: 'fail' }
    : { ...credentials, signedBy: null, spf: 'none' };
};

// Stands in for the public suffix list: good enough for the sandbox's names.
const organisation = (domain: string): string => domain.split('.').slice(-2).join('.');

const aligned = (one: string, other: string): boolean =>
  organisation(one.toLowerCase()) === organisation(other.toLowerCase());

/** DMARC policies of large providers as they are published; every other domain of the sandbox asks for nothing. */
const policies: Readonly<Record<string, string>> = {
  'googlemail.com': 'QUARANTINE',
  'google.com': 'REJECT',
  'outlook.com': 'NONE',
};

/** The domain of the address that the reader sees; empty when there is none. */
export const headerFromDomain = (raw: Buffer): string =>
  domainOf(mailboxesOf(raw, ['from'])[0]?.address ?? '').toLowerCase();

/** What DMARC says (RFC 7489), and what the domain in From asks for. */
type DmarcVerdict = {
  readonly result: 'pass' | 'fail' | 'none';
  readonly policy: string;
};

/** DMARC passes only for what is aligned with the domain in From. */
export const dmarcOf = (credentials: Credentials, from: string): DmarcVerdict => {
  const { envelopeFrom, host, signedBy, signature, spf } = credentials;
  const bySpf = spf === 'pass' && aligned(envelopeFrom ? domainOf(envelopeFrom) : host, from);
  const byDkim = signedBy !== null && signature === 'pass' && aligned(signedBy, from);
  const policy = policies[organisation(from)];
  // A domain that publishes nothing has no DMARC result at all (RFC 7489 section 6.6.3).
  if (policy === undefined && spf === 'none' && signedBy === null)
    return { result: 'none', policy: 'NONE' };
  return { result: bySpf || byDkim ? 'pass' : 'fail', policy: policy ?? 'NONE' };
};

const dmarc = (credentials: Credentials, from: string): string | undefined => {
  const { result, policy } = dmarcOf(credentials, from);
  return result === 'none'
    ? undefined
    : `dmarc=${result} (p=${policy} sp=${policy} dis=NONE) header.from=${from}`;
};

const spfWords = {
  pass: 'designates 192.0.2.41 as permitted sender',
  fail: 'does not designate 192.0.2.41 as permitted sender',
  none: 'does not designate permitted sender hosts',
} as const;

/** The value of Gmail's Authentication-Results (RFC 8601) for a mail that came by SMTP: DMARC passes only for what is aligned. */
export const authenticationResults = (raw: Buffer, credentials: Credentials): string => {
  const { envelopeFrom, host, signedBy, signature, spf } = credentials;
  const identity = envelopeFrom ? `smtp.mailfrom=${envelopeFrom}` : `smtp.helo=${host}`;
  const checked = envelopeFrom || `postmaster@${host}`;
  return [
    'mx.google.com',
    ...(signedBy === null ? [] : [`dkim=${signature} header.i=@${signedBy} header.s=s1`]),
    `spf=${spf} (google.com: domain of ${checked} ${spfWords[spf]}) ${identity}`,
    dmarc(credentials, headerFromDomain(raw)) ?? [],
  ]
    .flat()
    .join(';\r\n       ');
};
