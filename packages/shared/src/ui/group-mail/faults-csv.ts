import type { RowFault } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';
import { csvOf } from '../text/csv.ts';
import { spokenPlain } from '../text/sentence.ts';
import { faultWords } from './fault-words.ts';

/** The rows that were left out as CSV with a head row: the line in the list, the reason, and the row as it stands there. */
export function faultsCsv(faults: readonly RowFault[], messages: Messages): string {
  const { row, reason, text } = messages.groupMail;
  return csvOf([
    [row, reason, text],
    ...faults.map((one) => [String(one.line), spokenPlain(faultWords(one, messages)), one.text]),
  ]);
}
