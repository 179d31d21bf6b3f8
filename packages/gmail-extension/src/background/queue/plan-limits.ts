import type { Policy, PolicySource } from '@postrider/shared/application/ports/policy';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import { planLimitsFor } from '@postrider/shared/domain/sending/plan-limits';
import type { PlanLimit } from '@postrider/shared/domain/sending/plan/plan-input';
import type { Edition } from '@postrider/shared/domain/sending/tables/limit-row';

const consumerDomains: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/** Gmail's page takes 500 outside addresses for one mail (answer/166852); what was not read yet may have had as many. */
export const mostRecipients = 500;

/**
 * Google's limits, the company's and those of group mail, read anew for every plan: a policy may change while mail
 * waits. Nothing that the API tells names the edition, so every domain but Gmail's own counts as paid Workspace.
 */
export function limitsOf(
  account: MailboxAddress,
  policy: Pick<PolicySource, 'read'>,
): () => Promise<readonly PlanLimit[]> {
  const edition: Edition = consumerDomains.has(account.slice(account.lastIndexOf('@') + 1))
    ? 'gmail.com'
    : 'workspace';
  return async () => planLimitsFor(edition, rulesOf(await policy.read()));
}

function rulesOf({ groupMail = {}, dailyMessageLimit }: Policy) {
  return { ...groupMail, ...(dailyMessageLimit === undefined ? {} : { dailyMessageLimit }) };
}
