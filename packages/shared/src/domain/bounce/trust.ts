import { parseAddressList } from '../message/address-list.ts';
import {
  readAuthenticationResults,
  type AuthenticationResults,
} from '../message/authentication-results.ts';
import { headerValue, headerValues, type Headers } from '../message/headers.ts';
import {
  complaintRoles,
  feedbackLoops,
  noticeRoles,
  type OwnProvider,
} from './rules/notice-writers.ts';

/** Who is proved to have written a notice. Design note: README.md, "What proves a notice". */
export type NoticeTrust =
  /** The mailbox's own provider: it knows what it could not deliver. */
  | { readonly kind: 'own-provider' }
  /** The rep's own company, whose relay its mail leaves by. */
  | { readonly kind: 'own-company' }
  /** A role account of this domain, which knows its own users and nobody else's. */
  | { readonly kind: 'domain'; readonly domains: readonly string[] }
  | { readonly kind: 'none' };

/** Why a notice proves nothing about an address. */
export type BounceDoubt =
  /** Nobody vouches for who wrote it. */
  | 'unknown-writer'
  /** Its writer is proved, and speaks about another domain's users. */
  | 'other-domain'
  /** The address was no recipient of the mail that it is about. */
  | 'not-a-recipient'
  /** Its writer is proved, but names several people in words alone, and may be quoting one about the other. */
  | 'only-words';

/** Mailboxes of such domains belong to strangers of each other. */
const sharedDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** What one provider's stamps prove about a message that lies in a mailbox of its own. */
export type Proofs = {
  /** Whether the provider itself wrote it, given whether DMARC passes for the domain in From. */
  isOwnNotice(from: string, passes: boolean): boolean;
  /** Whether its border says that DMARC passes for this domain. */
  passesDmarc(domain: string): boolean;
};

/** Judges who wrote a notice or complaint that lies in this account's mailbox at Gmail, from its headers as Gmail filed them. */
export function trustOf(headers: Headers, account: string, provider: OwnProvider): NoticeTrust {
  return trustBy(headers, account, {
    isOwnNotice: (from, passes) =>
      provider.noticeSenders.includes(from) && (passes || cameFromInside(headers, provider)),
    passesDmarc: (domain) => passesDmarc(headers, domain, provider),
  });
}

/** Judges who wrote a notice or complaint, by what the mailbox's own provider proves. */
export function trustBy(headers: Headers, account: string, proofs: Proofs): NoticeTrust {
  const none = { kind: 'none' } as const;
  const from = onlyAddress(headers, 'From');
  if (from === null) return none;
  const at = from.lastIndexOf('@');
  const [local, domain] = [from.slice(0, at), from.slice(at + 1)];
  // A real notice that somebody else got can be passed on with its signature whole; To is part of what is signed.
  const isReport = /feedback-report/i.test(headerValue(headers, 'Content-Type') ?? '');
  if (!isReport && onlyAddress(headers, 'To') !== account) return none;
  const passes = proofs.passesDmarc(domain);
  if (proofs.isOwnNotice(from, passes)) return { kind: 'own-provider' };
  if (!passes) return none;
  const loop = feedbackLoops.find((one) => one.from === from);
  if (loop !== undefined) return { kind: 'domain', domains: loop.speaksFor };
  if (!(isReport ? complaintRoles : noticeRoles).some((role) => role.test(local))) return none;
  const own = account.slice(account.lastIndexOf('@') + 1);
  if (isWithin(domain, own) && !sharedDomains.has(own)) return { kind: 'own-company' };
  return { kind: 'domain', domains: [domain] };
}

/** Why a notice of this trust proves nothing about an address that the mail had as recipient or not; null = it does. */
export function doubtAbout(
  trust: NoticeTrust,
  address: string,
  isRecipient: boolean,
): BounceDoubt | null {
  if (trust.kind === 'none') return 'unknown-writer';
  if (!isRecipient) return 'not-a-recipient';
  if (trust.kind !== 'domain') return null;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return trust.domains.some((one) => isWithin(domain, one)) ? null : 'other-domain';
}

/** Only the topmost field is the own provider's; those below were there when the message came (RFC 8601 section 5). */
function passesDmarc(headers: Headers, domain: string, provider: OwnProvider): boolean {
  const top = readAuthenticationResults(headerValue(headers, 'Authentication-Results') ?? '');
  if (top === null || !provider.authservIds.includes(top.server)) return false;
  return saysDmarcPasses(top, domain);
}

/** Whether a field's results hold one of DMARC only, and it is a pass for this domain. */
export function saysDmarcPasses({ results }: AuthenticationResults, domain: string): boolean {
  const dmarc = results.filter((result) => result.method === 'dmarc');
  const [only] = dmarc;
  return (
    dmarc.length === 1 &&
    only?.result === 'pass' &&
    only.properties.get('header.from') === domain.toLowerCase()
  );
}

/** Whether a message was made inside the provider: whatever comes from outside bears the border's stamps. */
function cameFromInside(headers: Headers, provider: OwnProvider): boolean {
  const has = (name: string) => headerValue(headers, name) !== null;
  if (has('Authentication-Results') || provider.fetchedHeaders.some(has)) return false;
  const received = headerValues(headers, 'Received').map((value) => value.replaceAll(/\s+/g, ' '));
  return (
    received.length > 0 && received.every((stamp) => provider.innerReceived.test(stamp.trim()))
  );
}

/** The one address of a field that stands once; programs differ in which of several they believe. */
function onlyAddress(headers: Headers, name: string): string | null {
  const values = headerValues(headers, name);
  const people = values.length === 1 ? parseAddressList(values[0] ?? '') : [];
  return people.length === 1 ? (people[0]?.address ?? null) : null;
}

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
