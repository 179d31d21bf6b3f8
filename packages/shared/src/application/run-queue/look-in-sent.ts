import type { MailboxMessageId, MailId } from '../../domain/ids.ts';
import type { MailboxMessage } from '../ports/mailbox.ts';
import type { Outcome } from '../ports/outcome.ts';
import type { QueueParts } from './queue-parts.ts';
import { searchSent } from './search-sent.ts';

/**
 * Looks through what left since an instant (epoch ms) for these mails; gives those that it finds. Copies that the
 * provider is known to have held back do not count.
 */
export async function lookInSent(
  parts: Pick<QueueParts, 'mailbox'>,
  wanted: ReadonlySet<MailId>,
  since: number,
  heldBack: ReadonlySet<MailboxMessageId>,
): Promise<Outcome<ReadonlyMap<MailId, MailboxMessage>>> {
  const found = new Map<MailId, MailboxMessage>();
  const { problem } = await searchSent(parts, {
    wanted,
    since,
    without: heldBack,
    onFound: async (mailId, message) => void found.set(mailId, message),
  });
  return problem ?? { kind: 'ok', value: found };
}
