import { parseInternetDate } from '../../message/internet-date.ts';
import { fieldAddress } from './address.ts';
import type { DeliveryFields, FieldBlock } from './delivery-fields.ts';
import type { ReportedFacts } from './recipient.ts';

/** What became of a recipient, in the words of RFC 3464 section 2.3.3; relayed and expanded count as delivered. */
type ReportedAction = 'failed' | 'delayed' | 'delivered';

/** One recipient of a delivery report, delivered ones included. */
export type ReportedRecipient = ReportedFacts & { readonly action: ReportedAction };

const delivered = ['deliver', 'relay', 'expand'];
const delayed = ['delay', 'transient', 'warning'];

function actionOf(block: FieldBlock): ReportedAction {
  const action = (block.get('action') ?? '').toLowerCase();
  if (delivered.some((word) => action.startsWith(word))) return 'delivered';
  if (delayed.some((word) => action.startsWith(word))) return 'delayed';
  if (action === '' && (block.get('status') ?? '').startsWith('2')) return 'delivered';
  return 'failed';
}

/** The text of a Diagnostic-Code without its type ("smtp;", RFC 3464 section 2.3.6), which some leave out. */
function diagnosticOf(block: FieldBlock): string {
  const value = block.get('diagnostic-code') ?? '';
  return value.replace(/^[\w-]{1,30}\s{0,3};\s{0,3}/, '').trim();
}

function hostOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const host = value
    .replace(/^[\w-]{1,30}\s{0,3};\s{0,3}/, '')
    .trim()
    .toLowerCase();
  // Gmail writes names as DNS does, with the dot of the root; whoever compares them needs them without.
  const name = (host.split(/\s/, 1)[0] ?? '').replace(/\.$/, '');
  return name === '' ? null : name;
}

/** The recipients of a delivery report; the one we wrote to (Original-Recipient) comes first, other names are alternates. */
export function reportedRecipients(fields: DeliveryFields): readonly ReportedRecipient[] {
  return fields.recipients.flatMap((block) => {
    const names = ['original-recipient', 'final-recipient', 'x-actual-recipient']
      .map((field) => fieldAddress(block.get(field) ?? ''))
      .filter((name) => name !== null);
    const address = names.find((name) => name.includes('@')) ?? names[0];
    if (address === undefined) return [];
    return [
      {
        address,
        alternates: [...new Set(names)].filter((name) => name !== address),
        action: actionOf(block),
        status: block.get('status') ?? null,
        diagnostic: diagnosticOf(block),
        remoteMta: hostOf(block.get('remote-mta')),
        retryUntil: parseInternetDate(block.get('will-retry-until') ?? ''),
      },
    ];
  });
}

/** Reporting-MTA of a report (RFC 3464 section 2.2.2), lower case, or null. */
export function reportingMtaOf(fields: DeliveryFields): string | null {
  return hostOf(fields.message.get('reporting-mta'));
}
