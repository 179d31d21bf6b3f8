import type { MailboxAddress } from '../../domain/ids.ts';
import type { CallFailure, Outcome } from './outcome.ts';

/** What the provider's consent just gave; not kept anywhere until the account is known to be the right one. */
export type NewGrant =
  | { readonly kind: 'refresh-token'; readonly refreshToken: string; readonly accessToken: string }
  /** The mail program answers for the person who is signed in there: there is nothing to keep but the consent itself. */
  | { readonly kind: 'by-host' };

/** What renews a grant. */
export type Renewal =
  | { readonly kind: 'refresh-token'; readonly token: string }
  /** The mail program: it gives tokens for as long as the person is signed in there, or needs none. */
  | { readonly kind: 'by-host' };

/** What became of asking for consent. */
export type AskOutcome =
  | { readonly kind: 'granted'; readonly grant: NewGrant }
  /** The person closed the consent page or said no. */
  | { readonly kind: 'cancelled' }
  /** No OAuth client is set up. */
  | { readonly kind: 'not-configured' }
  /** The account belongs to an organisation that the company does not allow. */
  | { readonly kind: 'tenant-not-allowed'; readonly account: string }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

/** The provider's consent: asking for it, and giving it back. */
export type Authorization = {
  /** Whether an OAuth client is set up, so that asking makes sense. */
  configured(): Promise<boolean>;
  /** Shows the provider's consent page; `hint` is the account to offer first. */
  ask(hint: MailboxAddress | null): Promise<AskOutcome>;
  /** Whose mailbox a new grant opens. */
  account(grant: NewGrant): Promise<Outcome<MailboxAddress>>;
  /** Makes a refresh token worthless at the provider; what the mail program keeps is not ours to revoke, and that is `ok`. */
  revoke(renewal: Renewal): Promise<Outcome<null>>;
};

/** The grant of the connected account. */
export type Grant = {
  readonly account: MailboxAddress;
  /** Null once the provider says that it is worth nothing any more: the account stays, and must be connected again. */
  readonly renewal: Renewal | null;
  readonly grantedAt: number;
};

/** Where one grant is kept: the only one, or that of one mailbox; never where a web page could read it. */
export type GrantStore = {
  read(): Promise<Grant | null>;
  write(grant: Grant): Promise<void>;
  clear(): Promise<void>;
};
