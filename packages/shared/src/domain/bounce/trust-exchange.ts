import { readAuthenticationResults } from '../message/authentication-results.ts';
import { headerValue, headerValues, type Headers } from '../message/headers.ts';
import { noticeRoles } from './rules/notice-writers.ts';
import { saysDmarcPasses, trustBy, type NoticeTrust } from './trust.ts';

/**
 * Headers that only the organisation's own Exchange can have written: its header firewall takes them out of whatever
 * comes from outside (Microsoft Learn, "Header firewall in Exchange Server"; Exchange Online does the same).
 */
const authAs = 'X-MS-Exchange-Organization-AuthAs';
const authSource = 'X-MS-Exchange-Organization-AuthSource';

/** Hosts of Exchange Online, which checks DMARC on arrival; a company's own server checks nothing. */
const onlineHost =
  /^[a-z0-9.-]{1,200}\.(?:protection|prod)\.(?:outlook|exchangelabs|partner\.outlook)\.(?:com|cn)$/i;

/** The stamp of the service that takes mail from outside: hops inside an organisation do not bear it (Exchange 2013 and later, Exchange Online). */
const fromOutside = /\bvia\s+Frontend\s+Transport\b/i;

/**
 * Judges who wrote a notice or complaint that lies in this account's mailbox on Exchange, Online or Server, from its
 * headers as Exchange filed them. Exchange's own notices never pass its border, so they bear no results of DMARC: what
 * proves them is that Exchange calls their writer internal and a person could not write under that name.
 */
export function exchangeTrustOf(headers: Headers, account: string): NoticeTrust {
  return trustBy(headers, account, {
    isOwnNotice: (from) =>
      isInternal(headers) &&
      noticeRoles.some((role) => role.test(from.slice(0, from.lastIndexOf('@')))),
    passesDmarc: (domain) => passesDmarc(headers, domain),
  });
}

/**
 * Whether the message was written inside the organisation. A gateway that is trusted like a part of it ("externally
 * secured") makes mail from the Internet internal, too; that mail shows where it came in.
 */
function isInternal(headers: Headers): boolean {
  const [only, ...more] = headerValues(headers, authAs);
  if (more.length > 0 || only?.trim().toLowerCase() !== 'internal') return false;
  return !headerValues(headers, 'Received').some((stamp) => fromOutside.test(stamp));
}

/**
 * Exchange Online's Authentication-Results names no server (RFC 8601 section 2.2 demands one): it begins with SPF. It
 * stands on top, and is believed only where Exchange Online's own border is named by a header that nobody else can write.
 */
function passesDmarc(headers: Headers, domain: string): boolean {
  const [source, ...more] = headerValues(headers, authSource);
  if (more.length > 0 || !onlineHost.test(source?.trim() ?? '')) return false;
  const top = readAuthenticationResults(headerValue(headers, 'Authentication-Results') ?? '');
  return top !== null && top.server.startsWith('spf=') && saysDmarcPasses(top, domain);
}
