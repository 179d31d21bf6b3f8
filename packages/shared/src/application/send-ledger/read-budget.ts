import type { MailboxAddress } from '../../domain/ids.ts';
import { budgetOf, type SendBudget } from '../../domain/sending/budget.ts';
import { messageLimitOf } from '../../domain/sending/limits.ts';
import type { Policy } from '../ports/policy.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';

/** What is left of a mailbox's limit of messages; null where nothing is counted yet. The watch, which last looked at `lookedAt`, keeps the count up to date. */
export async function readBudget(
  ledgers: SendLedgers,
  mailbox: MailboxAddress,
  policy: Policy,
  now: number,
  lookedAt: number | null,
): Promise<SendBudget | null> {
  const { departed, countedAt, nextPage } = await ledgers.read(mailbox);
  if (countedAt === null && departed.length === 0) return null;
  const times = {
    sentAt: departed.map((one) => one.at).filter((at) => at !== null),
    undated: departed.filter((one) => one.at === null).length,
    complete: countedAt !== null && nextPage === null,
    countedAt: Math.max(countedAt ?? 0, lookedAt ?? 0),
  };
  return budgetOf(messageLimitOf(mailbox), times, now, policy.dailyMessageLimit);
}
