import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import type { ComposedItem, SendResult } from '../page-data.ts';
import { deferredDeliveryTime, deferredSendTime } from './properties.ts';
import { writeItem } from './write-item.ts';

/** Keeps what a compose form holds in the mailbox's Drafts; gives the draft as it now is. */
export async function saveDraft(
  mailbox: ExchangeMailbox,
  item: ComposedItem,
  at: number,
): Promise<ExchangeItem> {
  const known = item.itemId === null ? undefined : mailbox.find(item.itemId);
  const owner = { name: mailbox.name, address: mailbox.address };
  const raw = await writeItem(item, { owner, at, messageId: known?.messageId ?? null });
  const draft = known ?? mailbox.create(raw, { folder: 'drafts', draft: true });
  const properties = { ...draft.properties };
  delete properties[deferredSendTime];
  delete properties[deferredDeliveryTime];
  if (item.deferUntil !== null) {
    properties[deferredSendTime] = new Date(item.deferUntil).toISOString();
    properties[deferredDeliveryTime] = new Date(item.deferUntil).toISOString();
  }
  return mailbox.update(draft.id, { raw, properties });
}

/** Saves a last time and hands the draft to Exchange. */
export async function sendItem(
  mailbox: ExchangeMailbox,
  item: ComposedItem,
  at: number,
): Promise<SendResult> {
  const draft = await saveDraft(mailbox, item, at);
  const submission = await mailbox.submit(draft.id);
  if (submission.kind === 'refused') return { kind: 'refused', message: submission.message };
  return { kind: submission.kind === 'left' ? 'sent' : 'held' };
}
