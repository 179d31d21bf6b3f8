import { addressHash } from '@postrider/shared/domain/sending/address-hash';
import { obstaclesFor } from '@postrider/shared/domain/sending/send-guard';

import { digestLifeMs, type Digest, type DigestBudget } from './digest.ts';

/** Why no mail may leave to an address; when and why it was suppressed only the pane knows. */
export type Refusal =
  | { readonly kind: 'suppressed'; readonly address: string }
  | { readonly kind: 'blocked-domain'; readonly address: string; readonly domain: string };

/** Whether a digest may still stop or warn at an instant (epoch ms); one from the future is as doubtful as an old one. */
export function isFresh(digest: Digest, now: number): boolean {
  return Math.abs(now - digest.writtenAt) <= digestLifeMs;
}

/** Which recipients are refused, in their order, each address once. A digest that is not fresh refuses nobody. */
export function refusalsIn(
  digest: Digest,
  recipients: readonly string[],
  now: number,
): readonly Refusal[] {
  if (!isFresh(digest, now)) return [];
  const guard = { addresses: [], blockedDomains: digest.blockedDomains, complete: false };
  const refusals: Refusal[] = [];
  for (const address of new Set(recipients.map((one) => one.trim().toLowerCase()))) {
    const obstacle = obstaclesFor(guard, [address])[0]?.obstacle;
    if (obstacle?.kind === 'blocked-domain') {
      refusals.push({ kind: 'blocked-domain', address, domain: obstacle.domain });
    } else if (digest.suppressed.has(addressHash(digest.salt, address))) {
      refusals.push({ kind: 'suppressed', address });
    }
  }
  return refusals;
}

/** What the budget says of one more mail. `left` is before it, in what the budget counts. */
export type BudgetWord =
  | {
      readonly kind: 'fine' | 'near';
      readonly left: number;
      readonly counts: DigestBudget['counts'];
    }
  | { readonly kind: 'over'; readonly left: number; readonly budget: DigestBudget }
  | { readonly kind: 'unknown' };

/** From this share of a limit on we warn, as the panel does. */
const nearShare = 0.8;

/** Whether a mail to so many recipients still fits, as far as the digest knows; sending is never stopped for it. */
export function budgetWord(digest: Digest, recipients: number, now: number): BudgetWord {
  const { budget } = digest;
  if (budget === null || !isFresh(digest, now)) return { kind: 'unknown' };
  const left = Math.max(0, budget.max - budget.used);
  const needed = budget.counts === 'messages' ? 1 : Math.max(1, recipients);
  // Once some of it is free again only the pane can tell how much: no reason to ask.
  const freed = budget.nextFreesAt !== null && now >= budget.nextFreesAt;
  if (needed > left && !freed) return { kind: 'over', left, budget };
  const near = budget.used + needed > budget.max * nearShare;
  return { kind: near ? 'near' : 'fine', left, counts: budget.counts };
}
