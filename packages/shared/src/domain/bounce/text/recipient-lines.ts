import { limits } from '../limits.ts';
import { findAddresses, type FoundAddress } from '../report/address.ts';

/** How sure a line names a recipient that failed: it begins with the address; says so before it; is an SMTP reply; only mentions it. */
type Certainty = 4 | 3 | 2 | 1;

/** An address in a notice's own words, and where. */
export type Mention = {
  readonly address: string;
  readonly line: number;
  readonly certainty: Certainty;
  /** What follows the address on its line. */
  readonly rest: string;
};

const onlyOrnaments = /^[\s<>*\-•·"'([=]*(?:mailto:)?$/;
const smtpLine = /^[\s<>.]*(?:\d{3}[ -]|rcpt to)/i;
const otherHeader =
  /^\s*(?:from|to|cc|bcc|sent|subject|reply-to|sender|return-path|mail from|message-id|original-envelope-id|in-reply-to|references)\s*:/i;
const commandOfSender = /(?:mail from|from|sender|f=\[?)\s*[:<]*\s*$/i;

/** Words that stand right before a failed recipient, in lower case; a line counts when the text before the address ends with one. */
const labels: readonly string[] = [
  'recipient',
  'recipients',
  'recipient address',
  'failed recipient',
  'destinataire',
  'destinatario',
  'empfänger',
  'error-for',
  'unknown user',
  'user unknown',
  'invalid recipient',
  'address',
  'addresses',
  'addressed to',
  'mail to',
  'message to',
  'email to',
  'e-mail to',
  'undeliverable to',
  'duplicated message-id in',
  'undeliverable',
  'delivered to',
  'deliver to',
  'delivery to',
  'deliver mail to',
  'deliver message to',
  'deliver your message to',
  'delivered to the following recipient',
  'reach',
  'sent to',
  'send to',
  'sending to',
  'was addressed',
  'for',
  'user',
  'mailbox',
  'account',
  'to',
];

/** Characters before an address that are looked at: a bound, since lines may be long. */
const longestLabel = 60;

/** A line that somebody quotes; SMTP transcripts begin theirs with three signs. */
const quoted = /^\s{0,4}> ?(?![>\s])/;

function certaintyOf(line: string, found: FoundAddress): Certainty {
  if (quoted.test(line)) return 1;
  if (found.start < longestLabel && onlyOrnaments.test(line.slice(0, found.start))) return 4;
  const before = line.slice(Math.max(0, found.start - longestLabel), found.start);
  if (commandOfSender.test(before)) return 1;
  if (smtpLine.test(line)) return 2;
  if (otherHeader.test(line)) return 1;
  if (/:[\s<]{0,4}$/.test(before) && /^[>.\s]*$/.test(line.slice(found.end))) return 3;
  const words = before.replace(/[\s<:;('"`=[,]+$/, '').toLowerCase();
  if (
    labels.some((label) => words.endsWith(label) && !/\w/.test(words.at(-label.length - 1) ?? ''))
  ) {
    return 3;
  }
  return 1;
}

const otherName = /(?:expanded|generated|forwarded|redirected|relayed) (?:from|by)[\s<:]{0,20}$/i;

/** As `certaintyOf`; an address that the failed one was expanded from is not itself a failed recipient, though it may begin a line. */
function certaintyAt(lines: readonly string[], index: number, found: FoundAddress): Certainty {
  const line = lines[index] ?? '';
  const certainty = certaintyOf(line, found);
  if (certainty < 3) return certainty;
  const before = `${lines[index - 1]?.slice(-longestLabel) ?? ''} ${line.slice(0, found.start).slice(-longestLabel)}`;
  return otherName.test(before) ? 1 : certainty;
}

/** All addresses in the notice's own lines with the certainty that they are recipients. */
export function mentionsIn(lines: readonly string[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('@')) continue;
    let afterName = false;
    for (const found of findAddresses(line)) {
      if (mentions.length >= limits.recipients * 2) return mentions;
      const certainty: Certainty = afterName ? 4 : certaintyAt(lines, index, found);
      const rest = line.slice(found.end);
      // "a@x <b@y>": what looks like an address is only the name shown for the next one.
      afterName = certainty === 4 && !afterName && /^"? <[^>\s]{1,100}@/.test(rest);
      if (!afterName) mentions.push({ address: found.address, line: index, certainty, rest });
    }
  }
  return mentions;
}
