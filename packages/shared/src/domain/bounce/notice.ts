import type { BounceCategory, WhoMustAct } from './category.ts';

/** What one message in the mailbox is, as far as delivery is concerned. */
export type NoticeKind =
  | 'bounce'
  | 'delayed'
  | 'auto-reply'
  | 'complaint'
  | 'read-receipt'
  | 'delivered'
  | 'none';

/** What a notice says about one recipient that failed or is delayed. */
export type NoticeRecipient = {
  /** Address in lower case, without type prefix or brackets. */
  readonly address: string;
  /** Other names of that same recipient (Original-Recipient, Final-Recipient, alias), lower case. */
  readonly alternates: readonly string[];
  readonly action: 'failed' | 'delayed';
  /** Enhanced status code that stands in the notice (RFC 3463), never invented. */
  readonly status: string | null;
  /** SMTP reply code (RFC 5321 section 4.2). */
  readonly replyCode: string | null;
  /** The other server's words, unfolded, decoded to text, at most 2,000 characters. */
  readonly diagnostic: string;
  readonly remoteMta: string | null;
  readonly category: BounceCategory;
  /** Permanent for this address: nobody need try it again. Meaningful only where action is failed. */
  readonly hard: boolean;
  readonly whoMustAct: WhoMustAct;
  /** Will-Retry-Until (RFC 3464 section 2.3.9), epoch ms, or null. */
  readonly retryUntil: number | null;
};

/** A message read for what it says about delivery. */
export type Notice = {
  readonly kind: NoticeKind;
  /** Which header or part decided, for people who check: "report-type=delivery-status", "X-Failed-Recipients", … */
  readonly evidence: string;
  /** Message-ID of the mail it is about, without brackets, or null. */
  readonly messageId: string | null;
  /** Message-IDs from In-Reply-To and References of the notice, without brackets, nearest first. */
  readonly references: readonly string[];
  /** Our mailId, where the returned headers carry it. */
  readonly mailId: string | null;
  /** Subject of the returned mail, where it is there. */
  readonly originalSubject: string | null;
  /** The host that reports (Reporting-MTA), lower case, or null. */
  readonly reportingMta: string | null;
  readonly recipients: readonly NoticeRecipient[];
  /** No field or header names the recipients, only words; and words may quote what another server wrote. */
  readonly onlyWords?: true;
  /** Bounds that were reached while reading ("parts", "depth", "bytes" …); empty for ordinary mail. */
  readonly limitsReached: readonly string[];
};

/** What the headers alone decide: done, or the raw message must be read. */
export type HeaderVerdict =
  | { readonly kind: 'none'; readonly evidence: string }
  | { readonly kind: 'auto-reply'; readonly evidence: string }
  | { readonly kind: 'read-raw'; readonly evidence: string };
