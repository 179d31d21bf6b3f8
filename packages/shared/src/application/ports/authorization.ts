import type { MailboxAddress } from '../../domain/ids.ts';
import type { CallFailure, Outcome } from './outcome.ts';

/** What the provider's consent just gave; not kept anywhere until the account is known to be the right one. */
export type NewGrant = { readonly refreshToken: string; readonly accessToken: string };

/** What became of asking for consent. */
export type AskOutcome =
  | { readonly kind: 'granted'; readonly grant: NewGrant }
  /** The person closed the consent page or said no. */
  | { readonly kind: 'cancelled' }
  /** No OAuth client is set up. */
  | { readonly kind: 'not-configured' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** The provider's consent: asking for it, and giving it back. */
export type Authorization = {
  /** Whether an OAuth client is set up, so that asking makes sense. */
  configured(): Promise<boolean>;
  /** Shows the provider's consent page; `hint` is the account to offer first. */
  ask(hint: MailboxAddress | null): Promise<AskOutcome>;
  /** Whose mailbox a new grant opens. */
  account(grant: NewGrant): Promise<Outcome<MailboxAddress>>;
  /** Makes a refresh token worthless at the provider. */
  revoke(refreshToken: string): Promise<Outcome<null>>;
};

/** The grant of the connected account. */
export type Grant = {
  readonly account: MailboxAddress;
  /** Null once the provider says that it is worth nothing any more: the account stays, and must be connected again. */
  readonly refreshToken: string | null;
  readonly grantedAt: number;
};

/** Where the one grant is kept; never where a web page could read it. */
export type GrantStore = {
  read(): Promise<Grant | null>;
  write(grant: Grant): Promise<void>;
  clear(): Promise<void>;
};
