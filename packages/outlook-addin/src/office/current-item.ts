import { type MailboxAddress, mailboxAddress } from '@postrider/shared/domain/ids';

import { can } from './can.ts';
import { type OfficeOutcome, officeCall } from './office-call.ts';

/** A message that is being written. */
export type ComposeItem = Office.MessageCompose;

/** What is open beside the pane. */
export type CurrentItem =
  | { readonly kind: 'writing'; readonly item: ComposeItem }
  | { readonly kind: 'reading' }
  /** Nothing, an appointment, or a pinned pane between two messages. */
  | { readonly kind: 'none' };

/** The item that is open now. A pinned pane asks again whenever it changes. */
export function currentItem(): CurrentItem {
  const { item } = Office.context.mailbox;
  if (!item || item.itemType !== 'message') return { kind: 'none' };
  return isBeingWritten(item) ? { kind: 'writing', item } : { kind: 'reading' };
}

/** In a message that is read the subject is a text; in one that is written it is an object with calls. */
function isBeingWritten(
  item: NonNullable<Office.Mailbox['item']>,
): item is typeof item & ComposeItem {
  return typeof item.subject === 'object';
}

/** Calls back when another item is shown beside a pinned pane (Mailbox 1.5). */
export function onItemChanged(listener: () => void): Promise<OfficeOutcome<void>> {
  return officeCall((answer) =>
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, listener, answer),
  );
}

/** Whose mail a message is that is being written. */
export type Ownership =
  | { readonly kind: 'own' }
  /** In a shared mailbox, or a folder that somebody else shares with the rep. */
  | { readonly kind: 'shared' }
  /** Sent in another's name; `from` as Outlook shows it. */
  | { readonly kind: 'for-another'; readonly from: MailboxAddress };

/**
 * Whether the message leaves as the rep's own, from their own mailbox. What cannot be asked in this client counts as
 * own: shared folders are not opened to add-ins there. `isOwn` knows the mailbox's other addresses, which the rep may
 * write from.
 */
export async function ownershipOf(
  item: ComposeItem,
  isOwn: (address: MailboxAddress) => boolean,
): Promise<Ownership> {
  if (can('see-shared') && typeof item.getSharedPropertiesAsync === 'function') {
    const shared = await officeCall<Office.SharedProperties>((answer) =>
      item.getSharedPropertiesAsync(answer),
    );
    if (shared.kind === 'ok' && !isOwn(mailboxAddress(shared.value.owner)))
      return { kind: 'shared' };
  }
  if (!can('read-from')) return { kind: 'own' };
  const from = await officeCall<Office.EmailAddressDetails>((answer) => item.from.getAsync(answer));
  if (from.kind !== 'ok') return { kind: 'own' };
  const address = mailboxAddress(from.value.emailAddress);
  return isOwn(address) || address === ''
    ? { kind: 'own' }
    : { kind: 'for-another', from: address };
}
