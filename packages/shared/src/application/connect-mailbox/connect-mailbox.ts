import type { MailboxAddress } from '../../domain/ids.ts';
import type { ConnectOutcome } from '../panel.ts';
import type { Authorization, GrantStore, NewGrant, Renewal } from '../ports/authorization.ts';
import type { Clock } from '../ports/clock.ts';
import type { PolicySource } from '../ports/policy.ts';
import { isAllowed } from './allowed-domains.ts';

/** What connecting works with. */
export type ConnectParts = {
  readonly authorization: Authorization;
  readonly grants: GrantStore;
  readonly policy: PolicySource;
  readonly clock: Clock;
  /** The one mailbox that can be connected here: the one that is open in the mail program. Absent = whichever the person chooses. */
  readonly only?: MailboxAddress;
};

/**
 * Asks for consent, learns whose mailbox it opens and keeps the grant only if that account may be connected here. An
 * account that is connected already is never replaced unless it is `replacing`, which the person has agreed to
 * disconnect. Grants that are not kept, or no longer, are given back to the provider.
 */
export async function connectMailbox(
  parts: ConnectParts,
  replacing: MailboxAddress | null = null,
): Promise<ConnectOutcome> {
  const before = await parts.grants.read();
  const asked = await parts.authorization.ask(parts.only ?? before?.account ?? null);
  if (asked.kind !== 'granted') return asked;
  const account = await parts.authorization.account(asked.grant);
  if (account.kind !== 'ok') return { kind: 'failed', failure: account };
  const inPlace = before === null || before.account === replacing ? null : before.account;
  const refusal = await reasonAgainst(parts, account.value, inPlace);
  if (refusal) {
    // Google ends all grants of one account together: the one that is in use would end with it.
    if (account.value !== before?.account) await giveBack(parts, renewalOf(asked.grant));
    return refusal;
  }
  await parts.grants.write({
    account: account.value,
    renewal: renewalOf(asked.grant),
    grantedAt: parts.clock(),
  });
  // Only now: where the person changes their mind at the provider's page, all is as it was.
  if (before !== null && before.account !== account.value) await giveBack(parts, before.renewal);
  return { kind: 'connected', account: account.value };
}

async function reasonAgainst(
  parts: ConnectParts,
  account: MailboxAddress,
  connected: MailboxAddress | null,
): Promise<ConnectOutcome | null> {
  const policy = await parts.policy.read();
  if (!isAllowed(policy, account)) {
    return { kind: 'domain-not-allowed', account, allowedDomains: policy.allowedDomains ?? [] };
  }
  if (parts.only !== undefined && parts.only !== account) {
    return { kind: 'other-mailbox', account, open: parts.only };
  }
  if (connected !== null && connected !== account) {
    return { kind: 'other-account', account, connected };
  }
  return null;
}

/** Best effort: a grant that could not be revoked is in nobody's hands and ends by itself. */
async function giveBack(parts: ConnectParts, renewal: Renewal | null): Promise<void> {
  if (renewal !== null) await parts.authorization.revoke(renewal);
}

function renewalOf(grant: NewGrant): Renewal {
  return grant.kind === 'by-host' ? grant : { kind: 'refresh-token', token: grant.refreshToken };
}

/** What disconnecting did. Events, decisions and the place up to which the mailbox was read stay on this device. */
export type DisconnectOutcome = {
  readonly account: MailboxAddress | null;
  /** Whether the provider confirmed that the grant is worth nothing any more; if not, it can be removed in the account's own settings. */
  readonly revoked: boolean;
};

/** Forgets the grant here and revokes it at the provider; here even when the provider cannot be reached. */
export async function disconnectMailbox(parts: ConnectParts): Promise<DisconnectOutcome> {
  const grant = await parts.grants.read();
  await parts.grants.clear();
  if (grant === null || grant.renewal === null) {
    return { account: grant?.account ?? null, revoked: true };
  }
  const revoked = await parts.authorization.revoke(grant.renewal);
  return { account: grant.account, revoked: revoked.kind === 'ok' };
}
