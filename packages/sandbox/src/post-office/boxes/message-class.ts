import { rawHeader } from '../../mail/headers.ts';
import { allParts, mimeTree } from '../../mail/mime-tree.ts';
import { mimeTypeOf, parametersOf } from '../../mail/parameters.ts';
import type { ExchangeArrivals } from './exchange-arrivals.ts';

/** Ends of the class by what the report says happened (RFC 3464 section 2.3.3; [MS-OXOMSG] section 2.2.2.1). */
const ends: Readonly<Record<string, string>> = {
  failed: 'NDR',
  delayed: 'Delayed.DR',
  delivered: 'DR',
  relayed: 'Relayed.DR',
  expanded: 'Expanded.DR',
};

const reportClass = (raw: Buffer): string | undefined => {
  const type = rawHeader(raw, 'Content-Type') ?? '';
  if (mimeTypeOf(type) !== 'multipart/report') return undefined;
  const kind = parametersOf(type)['report-type']?.toLowerCase();
  const fields = (): string =>
    allParts(mimeTree(raw))
      .find(({ mimeType }) => mimeType === `message/${kind ?? ''}`)
      ?.content.toString('latin1') ?? '';
  // A receipt that the mail was shown, or thrown away unread ([MS-OXOMSG] section 2.2.2.1).
  if (kind === 'disposition-notification')
    return `REPORT.IPM.Note.${/;[ \t]*displayed/i.test(fields()) ? 'IPNRN' : 'IPNNRN'}`;
  if (kind !== 'delivery-status') return undefined;
  const action = /^Action:[ \t]*([a-z]+)/im.exec(fields())?.[1];
  return `REPORT.IPM.Note.${ends[action?.toLowerCase() ?? 'failed'] ?? 'NDR'}`;
};

/** The class under which Exchange files a message (PidTagMessageClass): a note, a report, or a colleague's automatic answer. */
export const messageClassOf = (
  raw: Buffer,
  { inside, arrivals }: { readonly inside: boolean; readonly arrivals: ExchangeArrivals },
): string => {
  const report =
    inside || arrivals.reportsFromOutside === 'report class' ? reportClass(raw) : undefined;
  if (report !== undefined) return report;
  const isAnswer = /^auto-replied/i.test(rawHeader(raw, 'Auto-Submitted') ?? '');
  // Only Exchange itself knows such an answer from its header; what comes from outside stays a note.
  return inside && isAnswer ? 'IPM.Note.Rules.OofTemplate.Microsoft' : 'IPM.Note';
};
