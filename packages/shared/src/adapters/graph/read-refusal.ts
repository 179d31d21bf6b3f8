import type { CallFailure, LimitName } from '../../application/ports/outcome.ts';
import { readJson } from '../http/read-json.ts';
import { errorSchema } from './answers.ts';

/** What went wrong with a call; `missing` = the item is not there, `forgotten` = the delta's token is worth nothing any more. */
export type GraphFailure =
  | CallFailure
  | { readonly kind: 'missing' }
  | { readonly kind: 'forgotten' };

/** An answer that is no success. */
export type Refusal = {
  readonly status: number;
  readonly body: string;
  /** The header field, or empty. */
  readonly retryAfter: string;
  /** Epoch ms. */
  readonly now: number;
  /** Whether what was asked may have happened although the server was in trouble: then it must be looked for, not tried again. */
  readonly changes: boolean;
};

/** Limits of the sender that a person or a day must lift (facts: x.rcpt). */
const sendingLimits = new Set(['errorsubmissionquotaexceeded', 'errorexceededmessagelimit']);
const missingCodes = new Set([
  'erroritemnotfound',
  'errorinvalididmalformed',
  'errorinvalididempty',
  'errorfoldernotfound',
  // What DELETE says of an item that is gone, where immutable ids are used (msgraph-sdk-dotnet #3047).
  'errorcannotdeleteobject',
]);
const forgottenCodes = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired']);
const scopeCodes = new Set(['erroraccessdenied', 'accessdenied', 'authorization_requestdenied']);
const conflictCodes = new Set([
  'errorirresolvableconflict',
  'errorchangekeyrequiredforwriteoperations',
]);

/** Codes that mean one thing for the person, in words. */
const words: Readonly<Record<string, string>> = {
  mailboxnotenabledforrestapi:
    'This mailbox is not on Exchange Online. If it was moved to an Exchange Server, open Postrider there.',
  mailboxnothostedinexchangeonline:
    'This mailbox is not on Exchange Online. If it was moved to an Exchange Server, open Postrider there.',
  errorquotaexceeded: 'This mailbox is full. Delete or archive mail, then try again.',
  errormessagesubmissionblocked:
    'Microsoft has blocked this mailbox from sending. Your admin can see why and lift it.',
  erroraccountsuspend:
    'Microsoft has suspended this account. Sign in to Outlook on the web to lift it.',
  errorsendasdenied: 'This mailbox may not send under the address in From.',
};

/** What a refusal of Graph means (facts/limits.md, section 4; Microsoft Graph "Error responses" and "Throttling"). 401 is not read here: the token is renewed first. */
export function readRefusal({ status, body, retryAfter, now, changes }: Refusal): GraphFailure {
  const read = readJson(errorSchema, body);
  const { code, message } = read.kind === 'ok' ? read.value.error : { code: '', message: '' };
  const name = code.toLowerCase();
  const retryAt = retryTimeOf(retryAfter, now);
  if (sendingLimits.has(name)) return rateLimited(retryAt, 'sending');
  if (status === 429) {
    const isConcurrency = /mailboxconcurrency/i.test(message);
    return rateLimited(retryAt, isConcurrency ? 'concurrency' : 'requests');
  }
  // "Come back later" is a refusal for what only reads; what changes something may have happened behind the gateway.
  if (status >= 500) {
    return retryAt === null || changes
      ? { kind: 'unknown', cause: 'server-error' }
      : rateLimited(retryAt, 'requests');
  }
  const known = words[name];
  if (known !== undefined) return refused(known);
  if (status === 410 || forgottenCodes.has(name)) return { kind: 'forgotten' };
  if (missingCodes.has(name) || status === 404) return { kind: 'missing' };
  // Somebody else changed it at the same instant: nothing was done, and what it is like now must be read.
  if (status === 412 || conflictCodes.has(name)) return { kind: 'unknown', cause: 'server-error' };
  if (scopeCodes.has(name)) return { kind: 'reconnect-needed', cause: 'scope' };
  if (read.kind !== 'ok') return read;
  return refused((message || code).slice(0, 500));
}

function refused(reason: string): CallFailure {
  return { kind: 'refused', reason, recipients: [] };
}

function rateLimited(retryAt: number | null, limit: LimitName): CallFailure {
  return { kind: 'rate-limited', retryAt, limit };
}

/** Retry-After as seconds or as a date (RFC 9110 section 10.2.3); null where it is neither. */
export function retryTimeOf(retryAfter: string, now: number): number | null {
  const text = retryAfter.trim();
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
