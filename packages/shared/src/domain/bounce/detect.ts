import { headerValue, type Headers } from '../message/headers.ts';
import { verdictOfHeaders } from './header-verdict.ts';
import { limits } from './limits.ts';
import type { Notice } from './notice.ts';
import { readReport } from './read-report.ts';
import { readHeaderBlock } from './reader/header-block.ts';
import { openSource } from './reader/source.ts';
import { messageIds } from './report/returned-mail.ts';

export { verdictOfHeaders } from './header-verdict.ts';

/** Bytes that hold the header of nearly every mail: what is no report is read no further. */
const usualHeaderBytes = 16 * 1024;

/**
 * Reads a raw message for what it says about delivery. Never throws and never reads more than `limits` allow;
 * what was cut off is told in `limitsReached`. Mail whose headers show no report is answered from its headers alone.
 */
export function readNotice(raw: Uint8Array): Notice {
  const first = openSource(raw, usualHeaderBytes);
  const head = readHeaderBlock(first.text, 0, first.text.length, first.reached);
  const headersAreCut = head.bodyAt >= first.text.length && raw.length > usualHeaderBytes;
  const source = headersAreCut ? openSource(raw, limits.messageBytes) : first;
  const headers = headersAreCut
    ? readHeaderBlock(source.text, 0, source.text.length, source.reached).headers
    : head.headers;
  const verdict = verdictOfHeaders(headers);
  if (verdict.kind !== 'read-raw') {
    return { ...nothing(headers), kind: verdict.kind, evidence: verdict.evidence };
  }
  const whole =
    raw.length > first.text.length && source === first
      ? openSource(raw, limits.messageBytes)
      : source;
  const { bodyAt } = readHeaderBlock(whole.text, 0, whole.text.length, whole.reached);
  const report = readReport(whole, headers, bodyAt, verdict.evidence);
  return { ...report, references: referencesOf(headers), limitsReached: [...whole.reached] };
}

function nothing(headers: Headers): Notice {
  return {
    kind: 'none',
    evidence: '',
    messageId: null,
    references: referencesOf(headers),
    mailId: null,
    originalSubject: null,
    reportingMta: null,
    recipients: [],
    limitsReached: [],
  };
}

function referencesOf(headers: Headers): readonly string[] {
  const answered = messageIds(headerValue(headers, 'in-reply-to') ?? '');
  const thread = messageIds(headerValue(headers, 'references') ?? '').toReversed();
  return [...new Set([...answered, ...thread])];
}
