import { isMailId, type MailboxMessageId, type MailId } from '../../domain/ids.ts';
import { headerValue } from '../../domain/message/headers.ts';
import { mailIdHeader } from '../../domain/message/mail-id-header.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { CallFailure } from '../ports/outcome.ts';
import type { QueueParts } from './queue-parts.ts';

/** The provider's clock and ours differ, ms. */
const marginMs = 5 * 60_000;

/** What is looked for in Sent. */
export type Search = {
  readonly wanted: ReadonlySet<MailId>;
  /** Epoch ms. */
  readonly since: number;
  /** Not read: what is known already, and copies that the provider is known to have held back. */
  readonly without: ReadonlySet<MailboxMessageId>;
  /** Told of each that is found, at once: a look that is ended goes on where it was. */
  readonly onFound: (mailId: MailId, message: MailboxMessage) => Promise<void>;
};

/** What a look came to. */
export type Looked = {
  readonly found: ReadonlySet<MailId>;
  /** Why it ended before all was read; null = it did not. */
  readonly problem: CallFailure | null;
};

/** Looks through what left since an instant for these mails, the newest first. */
export async function searchSent(
  { mailbox }: Pick<QueueParts, 'mailbox'>,
  { wanted, since, without, onFound }: Search,
): Promise<Looked> {
  const found = new Set<MailId>();
  let page: string | null = null;
  do {
    const listed = await mailbox.sentSince(since - marginMs, page);
    if (listed.kind !== 'ok') return { found, problem: listed };
    for (const { id } of listed.value.entries) {
      if (without.has(id) || found.size === wanted.size) continue;
      const message = await mailbox.message(id);
      if (message.kind !== 'ok') return { found, problem: message };
      if (message.value === null || !message.value.sent) continue;
      const mailId = mailIdOf(message.value, wanted);
      if (mailId === undefined || found.has(mailId)) continue;
      await onFound(mailId, message.value);
      found.add(mailId);
    }
    page = found.size === wanted.size ? null : listed.value.next;
  } while (page !== null);
  return { found, problem: null };
}

function mailIdOf({ headers }: MailboxMessage, wanted: ReadonlySet<MailId>): MailId | undefined {
  const named = headerValue(headers, mailIdHeader)?.trim();
  return named !== undefined && isMailId(named) && wanted.has(named) ? named : undefined;
}
