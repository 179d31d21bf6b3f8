import type { MailboxAddress } from '../../domain/ids.ts';
import {
  maxGuarded,
  obstaclesFor,
  type GuardedAddress,
  type SendGuard,
  type SendObstacle,
} from '../../domain/sending/send-guard.ts';
import type { Suppression } from '../panel/suppression.ts';
import type { PolicySource } from '../ports/policy.ts';
import { readSuppressions, type SuppressionParts } from './suppressions.ts';

/** What the guard is made of. */
export type GuardParts = Pick<SuppressionParts, 'decisions' | 'events'> & {
  readonly policy: PolicySource;
};

/** What a compose window must know to decide at Send by itself. */
export async function readSendGuard(
  parts: GuardParts,
  mailbox: MailboxAddress | null,
): Promise<SendGuard> {
  const whole = await wholeGuard(parts, mailbox);
  return whole.addresses.length <= maxGuarded
    ? whole
    : { ...whole, addresses: [], complete: false };
}

/** What stands in the way of these recipients. */
export async function readGuardFor(
  parts: GuardParts,
  mailbox: MailboxAddress | null,
  recipients: readonly string[],
): Promise<readonly GuardedAddress[]> {
  return obstaclesFor(await wholeGuard(parts, mailbox), recipients);
}

/** All that is suppressed, on hold or blocked, however much that is. */
export async function wholeGuard(
  parts: GuardParts,
  mailbox: MailboxAddress | null,
): Promise<SendGuard> {
  const { blockedDomains = [] } = await parts.policy.read();
  const addresses = (await readSuppressions(parts, mailbox)).map((one) => ({
    address: one.address,
    obstacle: obstacleOf(one),
  }));
  return {
    addresses: addresses.toSorted((one, other) => (one.address < other.address ? -1 : 1)),
    blockedDomains,
    complete: true,
  };
}

function obstacleOf({ status, because, by, since, why }: Suppression): SendObstacle {
  return status === 'on-hold'
    ? { kind: 'on-hold', since, why }
    : { kind: 'suppressed', because, by, since, why };
}
