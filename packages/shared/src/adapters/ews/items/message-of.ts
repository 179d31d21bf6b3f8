import type { MailboxMessage } from '../../../application/ports/mailbox.ts';
import { branded } from '../../../domain/brand.ts';
import type { ThreadId } from '../../../domain/ids.ts';
import { extended, field, mapi } from '../requests/properties.ts';
import type { EwsItem } from './ews-item.ts';
import { headersOf, wasReceived } from './item-headers.ts';
import { stableId } from './stable-id.ts';

/** What must be asked for, so that `messageOf` can tell all of a message. */
export const messagePaths = [
  field('item:ItemClass'),
  field('item:ParentFolderId'),
  field('item:ConversationId'),
  field('item:DateTimeReceived'),
  field('item:DateTimeSent'),
  field('item:IsDraft'),
  field('item:IsFromMe'),
  field('item:Subject'),
  field('item:InReplyTo'),
  field('message:From'),
  field('message:ToRecipients'),
  field('message:CcRecipients'),
  field('message:BccRecipients'),
  field('message:InternetMessageId'),
  field('message:References'),
  extended(mapi.transportHeaders),
  extended(mapi.mailId),
];

/** The item as the rest of the program knows messages. `sentFolderId` is Sent Items. */
export function messageOf(item: EwsItem, sentFolderId: string): MailboxMessage {
  const inSent = item.parentFolderId === sentFolderId;
  // Outlook can file a copy beside the mail it answers, and reps file theirs: it left all the same.
  const sent = !item.isDraft && (inSent || (item.isFromMe && !wasReceived(item)));
  const id = stableId(item, sent);
  return {
    id,
    threadId: branded<ThreadId>(item.conversationId ?? id),
    receivedAt: item.receivedAt ?? item.sentAt ?? 0,
    sent,
    draft: item.isDraft,
    headers: headersOf(item),
  };
}
