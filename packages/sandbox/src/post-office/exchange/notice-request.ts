import type { ExchangeCode, ExchangeReason } from './exchange-notice.ts';
import type { Language } from './words/words.ts';

/** In what form a company's Exchange writes. Every combination has been seen. */
export type ExchangeForm = {
  readonly language?: Language;
  /** Which parts it has: words, fields of RFC 3464 and returned header; no fields; or words alone, which then are the only evidence. */
  readonly parts?: 'all' | 'no-status' | 'words-only';
  /** Whom it comes from: postmaster@ the company, or the internal Microsoft Exchange address; Exchange Online also uses outlook.com. */
  readonly author?: 'postmaster' | 'microsoft-exchange' | 'outlook.com';
};

/** One notice of Exchange Online, or of Exchange Server 2007 and later, to be written. */
export type ExchangeNoticeRequest = ExchangeForm & {
  readonly product: 'exchange-online' | 'exchange-server';
  /** The company whose Exchange writes: its domain, and the host that says so. */
  readonly company: string;
  readonly server: string;
  /** The host that handed the mail over; left out where a mailbox of the company did. */
  readonly from?: string;
  /** The other server that refused, where Exchange only passes its words on. */
  readonly remote: string | null;
  /** Received fields of the way to this Exchange, newest first, folded; they stand above the returned header. */
  readonly hops: readonly string[];
  readonly reason: ExchangeReason;
  readonly code: ExchangeCode;
  readonly sender: string;
  readonly recipient: string;
  /** The mail that it is about, as it left. `messageId` with brackets. */
  readonly original: { readonly raw: Buffer; readonly messageId: string; readonly sentAt: number };
  /** Epoch ms. */
  readonly at: number;
  /** The notice's own, with brackets. */
  readonly messageId: string;
  /** Until when it goes on trying, epoch ms; only for `delayed`. */
  readonly retryUntil: number;
  /** Words that stand in place of the usual ones: notices to an own mailbox are worded otherwise. */
  readonly words?: { readonly text: string; readonly html: string };
  /** What the person is told, in place of the usual sentence for the reason. */
  readonly sentence?: string;
  /** The display name beside the address of Microsoft Exchange. */
  readonly authorName?: string;
};
