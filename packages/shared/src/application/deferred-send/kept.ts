import { ownMessageId } from '../../domain/message/references.ts';
import type { FollowedMail, HandedOver } from '../ports/followed-mails.ts';
import type { DeferredSend, MailboxMessage } from '../ports/mailbox.ts';
import type { DeferredSendParts } from './deferred-send.ts';

/** A followed mail that our hand gave to the provider, or is about to. */
export type KeptMail = FollowedMail & { readonly handedOver: HandedOver };

/** The same parts with the means to send later. */
export type KeptParts = DeferredSendParts & { readonly means: DeferredSend };

/** Whether it is such a mail. */
export function isKept(mail: FollowedMail | null): mail is KeptMail {
  return mail?.handedOver !== undefined;
}

/** Writes down how a mail stands now, and when the mailbox was asked. */
export async function keep(
  { followed, clock }: KeptParts,
  mail: KeptMail,
  change: Partial<HandedOver>,
): Promise<KeptMail> {
  const now = clock();
  const handedOver = { ...mail.handedOver, ...change, checkedAt: now };
  const isOff = handedOver.stage === 'cancelled';
  const kept: KeptMail = {
    ...mail,
    handedOver,
    ...(isOff && mail.state === 'scheduled' ? { state: 'composing', changedAt: now } : {}),
  };
  await followed.put(kept);
  return kept;
}

/** Writes down that a mail was seen in Sent; the watch makes the event of it. */
export async function keepLeft(
  { followed, clock }: KeptParts,
  mail: KeptMail,
  message: MailboxMessage,
): Promise<void> {
  const now = await followed.byMailId(mail.mailId);
  // The watch may have seen it meanwhile, and knows more.
  if (now?.state === 'sent') return;
  await followed.put({
    ...mail,
    state: 'leaving',
    changedAt: clock(),
    threadId: message.threadId,
    mailboxMessageId: message.id,
    messageId: ownMessageId(message.headers),
  });
}
