import type { RowFault } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';
import type { Sentence } from '../text/sentence.ts';

/** What is wrong with a row, as a phrase. */
export function faultWords({ fault }: RowFault, { groupMail }: Messages): Sentence {
  return fault.kind === 'missing-field'
    ? groupMail.missing(fault.fields)
    : [groupMail.faults[fault.kind]];
}
