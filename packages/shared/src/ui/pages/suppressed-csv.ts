import type { Suppression } from '../../application/panel/suppression.ts';
import type { Messages } from '../messages/en.ts';
import { csvOf } from '../text/csv.ts';

/** The list as CSV with a head row; instants in ISO 8601, so that a spreadsheet of any language can sort them. */
export function suppressedCsv(list: readonly Suppression[], messages: Messages): string {
  const { columns, status, because, by } = messages.suppressed;
  return csvOf([
    [columns.address, columns.status, columns.since, columns.by, columns.because, columns.why],
    ...list.map((one) => [
      one.address,
      status[one.status],
      new Date(one.since).toISOString(),
      by[one.by],
      because[one.because],
      one.why,
    ]),
  ]);
}
