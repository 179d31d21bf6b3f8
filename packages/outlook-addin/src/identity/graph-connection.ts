import type { AskOutcome, Authorization } from '@postrider/shared/application/ports/authorization';
import type { Clock } from '@postrider/shared/application/ports/clock';
import type { CallFailure, Outcome } from '@postrider/shared/application/ports/outcome';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { TokenSource } from '@postrider/shared/application/ports/token-source';
import { type MailboxAddress, mailboxAddress } from '@postrider/shared/domain/ids';

import {
  graphScopes,
  plainScope,
  type SignedIn,
  type SignIn,
  type SignInOutcome,
} from './sign-in.ts';

/** The company's app registration. */
export type EntraClient = NonNullable<Policy['entraClient']>;

/** What being connected to Exchange Online works with. */
export type GraphConnectionParts = {
  /** As the policy has it now; null = none is set. */
  readonly client: () => EntraClient | null;
  readonly signInFor: (client: EntraClient) => SignIn;
  /** The mailbox that is open in Outlook: the only one whose token is of use. */
  readonly open: MailboxAddress;
  /** The addresses of the account that a token is for (Graph `mail` and `proxyAddresses`), the main one first. */
  readonly addressesOf: (token: string) => Promise<Outcome<readonly MailboxAddress[]>>;
  readonly clock: Clock;
};

/** The connection to Exchange Online. */
export type GraphConnection = {
  readonly authorization: Authorization;
  readonly tokens: TokenSource;
  /** The open mailbox's own addresses, as far as they are known by now, its main one among them. */
  addresses(): readonly MailboxAddress[];
};

/** A token this near its end is renewed first, ms: a call takes up to half a minute. */
const renewBeforeMs = 60_000;

/**
 * Connects the open mailbox by signing in at Microsoft. Outlook may hold several accounts, so no token is handed out
 * before Graph has said that its account is the one whose mailbox is open; the UPN says nothing about that.
 */
export function createGraphConnection(parts: GraphConnectionParts): GraphConnection {
  const ways = new Map<string, SignIn>();
  let kept: SignedIn | null = null;
  let isRefused = false;
  /** The account that Microsoft offered was not the right one: the next time, the person picks. */
  let mustChoose = false;
  let proved: { readonly account: string; readonly addresses: readonly MailboxAddress[] } | null =
    null;
  let renewing: Promise<Outcome<string>> | null = null;

  const wayOf = (client: EntraClient): SignIn => {
    const key = JSON.stringify(client);
    const way = ways.get(key) ?? parts.signInFor(client);
    ways.set(key, way);
    return way;
  };

  /** Whether the account may be used: asked of Graph once for each account. */
  async function prove(signedIn: SignedIn): Promise<Outcome<readonly MailboxAddress[]>> {
    if (proved?.account === signedIn.account.id) return { kind: 'ok', value: proved.addresses };
    const addresses = await parts.addressesOf(signedIn.token);
    if (addresses.kind !== 'ok') return addresses;
    mustChoose = !addresses.value.includes(parts.open);
    if (!mustChoose) proved = { account: signedIn.account.id, addresses: addresses.value };
    return addresses;
  }

  async function ask(): Promise<AskOutcome> {
    const client = parts.client();
    if (client === null) return { kind: 'not-configured' };
    const way = wayOf(client);
    let outcome: SignInOutcome = needed;
    if (!mustChoose) outcome = await way.silently(isRefused);
    if (outcome.kind === 'failed' && outcome.failure.kind === 'reconnect-needed') {
      outcome = await way.inFront(mustChoose);
    }
    if (outcome.kind === 'cancelled') return outcome;
    const checked = checkedFor(client, outcome);
    if (checked.kind === 'tenant-not-allowed') mustChoose = true;
    if (checked.kind !== 'ok') return asAskOutcome(checked);
    kept = checked.value;
    isRefused = false;
    return { kind: 'granted', grant: { kind: 'by-host' } };
  }

  async function current(): Promise<Outcome<string>> {
    const client = parts.client();
    if (client === null) return noGrant;
    if (kept === null || kept.expiresAt - renewBeforeMs <= parts.clock()) {
      const outcome = await wayOf(client).silently(isRefused);
      const checked = checkedFor(client, outcome);
      if (checked.kind === 'tenant-not-allowed') mustChoose = true;
      if (checked.kind !== 'ok') return checked.kind === 'tenant-not-allowed' ? noGrant : checked;
      kept = checked.value;
      isRefused = false;
    }
    const addresses = await prove(kept);
    if (addresses.kind !== 'ok') return addresses;
    if (addresses.value.includes(parts.open)) return { kind: 'ok', value: kept.token };
    kept = null;
    return noGrant;
  }

  return {
    authorization: {
      configured: async () => parts.client() !== null,
      ask,
      async account() {
        if (kept === null) return noGrant;
        const addresses = await prove(kept);
        if (addresses.kind !== 'ok') return addresses;
        if (addresses.value.includes(parts.open)) return { kind: 'ok', value: parts.open };
        const [main] = addresses.value;
        const other = main ?? mailboxAddress(kept.account.name);
        kept = null;
        return { kind: 'ok', value: other };
      },
      async revoke() {
        kept = null;
        proved = null;
        for (const way of ways.values()) way.forget();
        return { kind: 'ok', value: null };
      },
    },
    tokens: {
      token() {
        renewing ??= current().finally(() => {
          renewing = null;
        });
        return renewing;
      },
      async reject(token) {
        if (kept?.token !== token) return;
        kept = null;
        isRefused = true;
      },
    },
    addresses: () => proved?.addresses ?? [parts.open],
  };
}

const noGrant: CallFailure = { kind: 'reconnect-needed', cause: 'no-grant' };
const needed: SignInOutcome = { kind: 'failed', failure: noGrant };

type Checked =
  | Outcome<SignedIn>
  | { readonly kind: 'tenant-not-allowed'; readonly account: string };

/** Holds a token against the company's tenants and against what was asked for. */
function checkedFor(client: EntraClient, outcome: SignInOutcome): Checked {
  switch (outcome.kind) {
    case 'cancelled':
      return noGrant;
    case 'unavailable':
      return {
        kind: 'refused',
        reason: 'This Outlook has no way for add-ins to sign in.',
        recipients: [],
      };
    case 'failed':
      return outcome.failure;
    case 'signed-in': {
      const { account, scopes } = outcome.value;
      const { allowedTenants } = client;
      if (allowedTenants.length > 0 && !allowedTenants.includes(account.tenant)) {
        return { kind: 'tenant-not-allowed', account: account.name };
      }
      const lacking = graphScopes.some((scope) => !scopes.includes(plainScope(scope)));
      if (lacking) return { kind: 'reconnect-needed', cause: 'scope' };
      return { kind: 'ok', value: outcome.value };
    }
  }
}

function asAskOutcome(checked: Exclude<Checked, { kind: 'ok' }>): AskOutcome {
  return checked.kind === 'tenant-not-allowed' ? checked : { kind: 'failed', failure: checked };
}
