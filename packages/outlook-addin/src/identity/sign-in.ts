import type { CallFailure } from '@postrider/shared/application/ports/outcome';

/** What signing in at Microsoft gave. */
export type SignedIn = {
  readonly token: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  /** The permissions that were granted, in lower case, without the address of the interface they belong to. */
  readonly scopes: readonly string[];
  /** `id` tells accounts apart; `name` is what Microsoft calls the account (its UPN, which may differ from its address). */
  readonly account: { readonly id: string; readonly name: string; readonly tenant: string };
};

/** What became of asking for a token. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly value: SignedIn }
  | { readonly kind: 'cancelled' }
  /** This way does not exist in this Outlook, whatever it says of itself: try another. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** One way to a token for Graph. */
export type SignIn = {
  /** Without showing anything. `fresh`: the last token was refused, so none that is kept will do. */
  silently(fresh: boolean): Promise<SignInOutcome>;
  /** With a page of Microsoft's in front of the rep. `choose`: they pick the account, even where one is signed in. */
  inFront(choose: boolean): Promise<SignInOutcome>;
  /** Forgets what it keeps here. */
  forget(): void;
};

/** All that the add-in asks for: the rep's own name and address, their mail, and sending it. */
export const graphScopes = ['User.Read', 'Mail.ReadWrite', 'Mail.Send'] as const;

/** Where the rep signs in: at the company's own tenant where it allows exactly one, else with any work account. */
export function authorityOf(allowedTenants: readonly string[]): string {
  const [only, ...others] = allowedTenants;
  const tenant = only !== undefined && others.length === 0 ? only : 'organizations';
  return `https://login.microsoftonline.com/${tenant}`;
}

/** A scope as it is compared: `https://graph.microsoft.com/Mail.Send` and `Mail.Send` are one. */
export function plainScope(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

/** Asks by the first way that exists here. */
export function firstAvailable(...ways: readonly SignIn[]): SignIn {
  const ask = async (how: (way: SignIn) => Promise<SignInOutcome>): Promise<SignInOutcome> => {
    for (const way of ways) {
      const outcome = await how(way);
      if (outcome.kind !== 'unavailable') return outcome;
    }
    return { kind: 'unavailable' };
  };
  return {
    silently: (fresh) => ask((way) => way.silently(fresh)),
    inFront: (choose) => ask((way) => way.inFront(choose)),
    forget() {
      for (const way of ways) way.forget();
    },
  };
}
