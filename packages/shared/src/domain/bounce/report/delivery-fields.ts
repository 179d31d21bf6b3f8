import { limits, type LimitName } from '../limits.ts';

/** The fields of one message or recipient block of a delivery report, names in lower case, values unfolded. */
export type FieldBlock = ReadonlyMap<string, string>;

/** A delivery report as RFC 3464 lays it out: fields of the message, then one block for each recipient. */
export type DeliveryFields = {
  readonly message: FieldBlock;
  readonly recipients: readonly FieldBlock[];
};

/** Fields of RFC 3464 sections 2.2 and 2.3 that a reader of plain text can rely on to be fields. */
const recipientFields = new Set([
  'original-recipient',
  'final-recipient',
  'action',
  'status',
  'remote-mta',
  'diagnostic-code',
  'last-attempt-date',
  'final-log-id',
  'will-retry-until',
  'x-actual-recipient',
  'localized-diagnostic-code',
  'x-display-name',
]);

// A second one of these begins the next recipient, where the empty line between two blocks is missing.
const opensRecipient = new Set(['original-recipient', 'final-recipient', 'action']);

/**
 * Reads delivery fields from text. Tolerates a missing empty line between recipients, fields in any order,
 * MIME fields among them, and empty lines within a block. Lines that are no field are passed over.
 */
export function parseDeliveryFields(text: string, reached: Set<LimitName>): DeliveryFields {
  const message = new Map<string, string>();
  const recipients: Map<string, string>[] = [];
  let block: Map<string, string> | null = null;
  let afterGap = false;
  let last: { map: Map<string, string>; name: string } | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      afterGap = true;
      last = null;
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (last) last.map.set(last.name, `${last.map.get(last.name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon > 0 && colon < 60 ? line.slice(0, colon).trim().toLowerCase() : '';
    if (name === '' || name.includes(' ')) continue;
    const value = line.slice(colon + 1).trim();
    if (!recipientFields.has(name)) {
      if (!message.has(name)) message.set(name, value);
      last = { map: message, name };
      continue;
    }
    const isNext =
      opensRecipient.has(name) && (block?.has(name) === true || (afterGap && name !== 'action'));
    if (!block || (isNext && hasRecipient(block))) {
      if (recipients.length >= limits.recipients) {
        reached.add('recipients');
        break;
      }
      block = new Map();
      recipients.push(block);
    }
    afterGap = false;
    if (!block.has(name)) block.set(name, value);
    last = { map: block, name };
  }
  return { message, recipients: recipients.filter(hasRecipient) };
}

function hasRecipient(block: FieldBlock): boolean {
  return block.has('final-recipient') || block.has('original-recipient');
}
