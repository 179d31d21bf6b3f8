import type { MailboxAddress } from '../../domain/ids.ts';
import { type SendBudget, tightestBudget } from '../../domain/sending/budget.ts';
import { type LimitsOf, withCompanyLimit } from '../../domain/sending/limits.ts';
import type { Policy } from '../ports/policy.ts';
import type { SendLedgers } from '../ports/send-ledger.ts';

/** What a mailbox may still send. */
export type Allowance =
  | { readonly kind: 'limited'; readonly budget: SendBudget }
  /** Its server names no limit; `sent` left in the last 24 hours. */
  | { readonly kind: 'unlimited'; readonly sent: number; readonly complete: boolean };

const dayMs = 24 * 3_600_000;

/**
 * What is left of the tightest of a mailbox's limits; null where nothing is counted yet. The watch, which last looked
 * at `lookedAt`, keeps the count up to date.
 */
export async function readAllowance(
  parts: { readonly ledgers: SendLedgers; readonly limitsOf: LimitsOf },
  mailbox: MailboxAddress,
  policy: Policy,
  now: number,
  lookedAt: number | null,
): Promise<Allowance | null> {
  const { departed, countedAt, nextPage } = await parts.ledgers.read(mailbox);
  if (countedAt === null && departed.length === 0) return null;
  const complete = countedAt !== null && nextPage === null;
  const sent = {
    mails: departed.map(({ at, recipients = null }) => ({ at, recipients })),
    complete,
    countedAt: Math.max(countedAt ?? 0, lookedAt ?? 0),
  };
  const limits = withCompanyLimit(parts.limitsOf(mailbox), policy.dailyMessageLimit);
  const budget = tightestBudget(limits, sent, now);
  if (budget !== null) return { kind: 'limited', budget };
  const lately = departed.filter(({ at }) => at === null || at > now - dayMs);
  return { kind: 'unlimited', sent: lately.length, complete };
}
