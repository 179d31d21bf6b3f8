import type { Headers } from '../message/headers.ts';
import { answeredIds } from '../message/references.ts';
import { verdictOfHeaders } from './header-verdict.ts';
import { limits } from './limits.ts';
import type { Notice } from './notice.ts';
import { readReport } from './read-report.ts';
import { readRawHeaderBlock, type HeaderBlock } from './reader/header-block.ts';
import { openSource, type Source } from './reader/source.ts';

export { verdictOfHeaders } from './header-verdict.ts';

/** Bytes that hold the header of nearly every mail: what is no report is read no further. */
const usualHeaderBytes = 16 * 1024;

/**
 * Reads a raw message for what it says about delivery. Never throws and never reads more than `limits` allow;
 * what was cut off is told in `limitsReached`. Mail whose headers show no report is answered from its headers alone.
 */
export function readNotice(raw: Uint8Array): Notice {
  const { source: head, block } = readHead(raw);
  const verdict = verdictOfHeaders(block.headers);
  if (verdict.kind !== 'read-raw') {
    return { ...nothing(block.headers, head), kind: verdict.kind, evidence: verdict.evidence };
  }
  const source =
    raw.length > head.bytes.length ? openSource(raw, limits.messageBytes, head.reached) : head;
  const report = readReport(source, block.headers, block.bodyAt, verdict.evidence);
  return {
    ...report,
    references: answeredIds(block.headers),
    limitsReached: [...source.reached],
  };
}

function readHead(raw: Uint8Array): { readonly source: Source; readonly block: HeaderBlock } {
  const source = openSource(raw, usualHeaderBytes);
  const block = readRawHeaderBlock(source, 0, source.text.length);
  const isCut = block.bodyAt >= source.bytes.length && raw.length > source.bytes.length;
  if (!isCut) return { source, block };
  const whole = openSource(raw, limits.messageBytes);
  return { source: whole, block: readRawHeaderBlock(whole, 0, whole.text.length) };
}

function nothing(headers: Headers, source: Source): Notice {
  return {
    kind: 'none',
    evidence: '',
    messageId: null,
    references: answeredIds(headers),
    mailId: null,
    originalSubject: null,
    reportingMta: null,
    recipients: [],
    limitsReached: [...source.reached],
  };
}
