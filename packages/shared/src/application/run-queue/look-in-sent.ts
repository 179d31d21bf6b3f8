import { isMailId, type MailboxMessageId, type MailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { QueueParts } from './queue-parts.ts';

/** The provider's clock and ours differ, ms. */
const marginMs = 5 * 60_000;

/**
 * Looks through what left since an instant (epoch ms) for these mails; gives those that it finds. Copies that the
 * provider is known to have held back do not count.
 */
export async function lookInSent(
  { mailbox }: Pick<QueueParts, 'mailbox'>,
  wanted: ReadonlySet<MailId>,
  since: number,
  heldBack: ReadonlySet<MailboxMessageId>,
): Promise<Outcome<ReadonlyMap<MailId, MailboxMessage>>> {
  const found = new Map<MailId, MailboxMessage>();
  let page: string | null = null;
  do {
    const listed = await mailbox.sentSince(since - marginMs, page);
    if (listed.kind !== 'ok') return listed;
    for (const { id } of listed.value.entries) {
      if (heldBack.has(id) || found.size === wanted.size) continue;
      const message = await mailbox.message(id);
      if (message.kind !== 'ok') return message;
      if (message.value === null || !message.value.sent) continue;
      const mailId = mailIdOf(message.value);
      if (isMailId(mailId) && wanted.has(mailId)) found.set(mailId, message.value);
    }
    page = found.size === wanted.size ? null : listed.value.next;
  } while (page !== null);
  return { kind: 'ok', value: found };
}

function mailIdOf({ headers }: MailboxMessage): string {
  return headerValue(headers, mailIdHeader)?.trim() ?? '';
}
