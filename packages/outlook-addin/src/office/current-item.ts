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

/** Calls back when somebody was added to or taken from the recipients of the open message (Mailbox 1.7). */
export function onRecipientsChanged(item: ComposeItem, listener: () => void): void {
  if (typeof item.addHandlerAsync !== 'function') return;
  void officeCall<void>((answer) =>
    item.addHandlerAsync(Office.EventType.RecipientsChanged, listener, answer),
  );
}
