import type { MessageData, Person, Protection } from '../../page-data.ts';
import { facts, me, senders } from '../page-globals.ts';

/** What a compose window opens with. */
export type Draft = {
  /** `msg-a:r…` */
  readonly key: string;
  /** `thread-a:r…`, or `thread-f:<decimal id>` for an answer. */
  readonly threadKey: string;
  readonly saved: boolean;
  /** Whom the mail is from: the mailbox, or one of its aliases. */
  readonly from: Person;
  /** What the mail is an answer of. */
  readonly response: 'none' | 'reply' | 'reply all' | 'forward';
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  readonly direction: 'ltr' | 'rtl';
  readonly plainText: boolean;
  /** What hides the text from others. Gmail does not tell it of a draft that is opened again [assumed]. */
  readonly protection: Protection;
  /** Gmail's own mail merge: one mail for each recipient. */
  readonly merges: boolean;
  /** HTML of the page's own making, or made harmless. */
  readonly html: string;
  /** HTML of the mail quoted below, folded away until asked for. */
  readonly quote: string;
  /** What is answered: its REST id, and its Message-ID with brackets. */
  readonly answers: { readonly id: string; readonly messageId: string } | null;
};

/** An empty mail. */
export function emptyDraft(): Draft {
  return {
    key: `msg-a:${randomKey()}`,
    threadKey: `thread-a:${randomKey()}`,
    saved: false,
    from: me,
    response: 'none',
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    direction: facts.settings.direction,
    plainText: facts.settings.writing === 'plain text',
    protection: 'none',
    merges: false,
    html: '',
    quote: '',
    answers: null,
  };
}

/** A draft of the mailbox, opened again under its own key. */
export function openedDraft(message: MessageData, html: string): Draft {
  const { to, cc, bcc, subject, inReplyTo } = message;
  return {
    ...emptyDraft(),
    ...message.draft,
    saved: message.draft !== null,
    from: senders.find(({ address }) => address === message.from.address) ?? me,
    response: inReplyTo === null ? 'none' : 'reply',
    to,
    cc,
    bcc,
    subject,
    html,
    direction: html.startsWith('<div dir="rtl"') ? 'rtl' : 'ltr',
    plainText: message.html === null && message.text !== '',
    answers: inReplyTo === null ? null : { id: '', messageId: inReplyTo },
  };
}

// `r` and a signed number of some 18 digits, as Gmail's page names what it makes.
function randomKey(): string {
  const [high = 0, low = 0, sign = 0] = crypto.getRandomValues(new Uint32Array(3));
  return `r${sign % 2 === 0 ? '' : '-'}${1 + (high % 8)}${digits(high)}${digits(low)}`;
}

function digits(number: number): string {
  return String(number % 1_000_000_000).padStart(9, '0');
}
