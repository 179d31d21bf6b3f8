import type { Outcome } from '../../application/ports/outcome.ts';
import { mailboxAddress, type MailboxAddress } from '../../domain/ids.ts';
import { asCallFailure, type EwsCalls } from './ews-calls.ts';
import { resolveNamesRequest } from './requests/find-requests.ts';
import { childOf, childText, descendant } from './xml/element.ts';

/**
 * Whose mailbox answers. Office's requests always reach the mailbox of the person who is signed in to Outlook, whose
 * address Office tells; the address book says what its first address is (ResolveNames). One who is hidden from the
 * address book is believed: that Exchange answered at all proves that the mailbox is there.
 */
export async function readAccount(
  calls: EwsCalls,
  told: MailboxAddress,
): Promise<Outcome<MailboxAddress>> {
  const part = await calls.one(resolveNamesRequest(told));
  if (part.kind === 'missing') return { kind: 'ok', value: told };
  if (part.kind !== 'ok') return asCallFailure(part, '');
  const found = (descendant(part.part, 'ResolutionSet')?.children ?? [])
    .map((resolution) => childText(childOf(resolution, 'Mailbox'), 'EmailAddress') ?? '')
    .filter((address) => address.includes('@'))
    .map(mailboxAddress);
  const [first] = found;
  // Several resolve where the address is a part of others'; one alone may be the first address of what is an alias.
  return { kind: 'ok', value: found.length === 1 && first !== undefined ? first : told };
}
