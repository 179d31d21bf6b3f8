import {
  headerFromDomain,
  weakened,
  type Authentication,
  type Credentials,
} from './arrival/authentication.ts';
import type { Origin } from './boxes/box.ts';
import { domainOf } from './notices/notice.ts';

/** Somebody outside the sandbox who brings a message of his own making. */
export type Outsider = {
  /** Who gets it: an account, or a mailbox on an Exchange. */
  readonly to: string;
  /** Envelope sender; empty as for a notice. What it proves, it proves for this domain only. */
  readonly from: string;
  /** What the outsider can prove about himself: his own domain, a broken claim to the domain in From, or nothing. */
  readonly authentication: Authentication;
  /** His mail server; by default one in the domain of `from`. */
  readonly host?: string;
  readonly folder?: 'INBOX' | 'SPAM';
  /** What the receiving system does with results forged in its own name; RFC 8601 section 5 demands `removed`, which is the default. */
  readonly forgedResults?: 'removed' | 'kept';
};

/** What the receiving system can check about an outsider's message. DMARC passes only where From is the outsider's own domain. */
export const originOfOutsider = (raw: Buffer, outsider: Outsider): Origin => {
  const { from, authentication, forgedResults = 'removed' } = outsider;
  const home = from === '' ? 'outsider.example' : domainOf(from);
  const host = outsider.host ?? `mail.${home}`;
  const own: Credentials = {
    envelopeFrom: from,
    host,
    // A broken signature is one that claims the domain which the reader sees.
    signedBy: authentication === 'fail' ? headerFromDomain(raw) : home,
    signature: 'pass',
    spf: 'pass',
  };
  return { kind: 'outside', credentials: weakened(own, authentication), forgedResults };
};
