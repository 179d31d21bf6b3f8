import { domainOf } from '../notices/notice.ts';
import { dmarcOf, headerFromDomain, type Credentials } from './authentication.ts';

const signatureWords = {
  pass: 'signature was verified',
  fail: 'body hash did not verify',
} as const;

const dkim = ({ signedBy, signature }: Credentials): string =>
  signedBy === null
    ? 'dkim=none (message not signed) header.d=none'
    : `dkim=${signature} (${signatureWords[signature]}) header.d=${signedBy}`;

// Reasons as Microsoft's page "Anti-spam message headers" explains them.
const compauth = {
  pass: 'pass reason=100',
  none: 'fail reason=001',
  fail: 'fail reason=000',
} as const;

/** What Exchange Online does where the domain's owner asks for a policy that it then overrides ("o"). */
const actions: Readonly<Record<string, string>> = { QUARANTINE: 'quarantine', REJECT: 'oreject' };

/**
 * The value of Exchange Online's Authentication-Results. It names no server (captures since 2018; RFC 8601 section 2.2
 * demands one): the field begins with the first result.
 */
export const exchangeResults = (raw: Buffer, credentials: Credentials): string => {
  const { envelopeFrom, host, spf } = credentials;
  const from = headerFromDomain(raw);
  const identity = envelopeFrom ? `smtp.mailfrom=${domainOf(envelopeFrom)}` : `smtp.helo=${host}`;
  const verdict = dmarcOf(credentials, from);
  const action = (verdict.result === 'fail' ? actions[verdict.policy] : undefined) ?? 'none';
  return [
    `spf=${spf} (sender IP is 192.0.2.41)\r\n ${identity}`,
    ` ${dkim(credentials)}`,
    `dmarc=${verdict.result}\r\n action=${action} header.from=${from}`,
    `compauth=${compauth[verdict.result]}`,
  ].join(';');
};
