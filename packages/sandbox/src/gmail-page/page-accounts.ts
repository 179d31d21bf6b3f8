import { createHash, randomInt } from 'node:crypto';

import type { Account, Accounts } from '../accounts.ts';
import type { DraftKeys } from './draft-keys.ts';
import { createDraftKeys } from './draft-keys.ts';

/** A mailbox that the page can show. */
export type PageAccount = {
  /** Number of the account that is signed in. */
  readonly number: number;
  /** Its part of Gmail's addresses: `u/0`, or `u/0/d/<token>` for a mailbox that the account was given. */
  readonly path: string;
  readonly account: Account;
  readonly keys: DraftKeys;
};

/** Who was given whose mailbox, by address. */
export type Delegation = { readonly mailbox: string; readonly to: string };

/** The mailboxes of everybody who is signed in. */
export type PageAccounts = {
  /** The accounts that are signed in, in the order of their numbers. */
  all(): readonly PageAccount[];
  /** The mailboxes that the account with this number was given. */
  delegatedTo(number: number): readonly PageAccount[];
  /** By an account's number or address, or by the path of a page: `0`, `ana@acme.example`, `u/0/d/<token>`. */
  named(name: string): PageAccount | undefined;
};

/** Tells mailboxes apart as Gmail's URLs do. */
export function createPageAccounts(options: {
  readonly accounts: Accounts;
  /** Addresses signed in, by number. */
  readonly signedIn: readonly string[];
  readonly delegations: readonly Delegation[];
  readonly newKeys: () => DraftKeys;
}): PageAccounts {
  const { accounts, signedIn, delegations, newKeys } = options;
  const open = new Map<string, PageAccount>();

  function pageOf(number: number, path: string, address: string): PageAccount | undefined {
    const account = accounts.get(address);
    if (account === undefined) return undefined;
    const known = open.get(path) ?? { number, path, account, keys: newKeys() };
    open.set(path, known);
    return known;
  }

  function accountAt(number: number): PageAccount | undefined {
    const address = signedIn[number]?.toLowerCase();
    return address === undefined ? undefined : pageOf(number, `u/${number}`, address);
  }

  function delegatedTo(number: number): readonly PageAccount[] {
    const owner = signedIn[number];
    return delegations
      .filter(({ to }) => to === owner)
      .flatMap((given) => pageOf(number, `u/${number}/d/${tokenOf(given)}`, given.mailbox) ?? []);
  }

  return {
    all: () => signedIn.flatMap((_, number) => accountAt(number) ?? []),
    delegatedTo,
    named(name) {
      const [, who = name, token] = /^(?:u\/)?([^/]+)(?:\/d\/([^/]+))?$/.exec(name) ?? [];
      const number = /^\d+$/.test(who)
        ? Number(who)
        : signedIn.findIndex((address) => address === who.toLowerCase());
      return token === undefined
        ? accountAt(number)
        : delegatedTo(number).find(({ path }) => path.endsWith(`/d/${token}`));
    },
  };
}

// Opaque, and of the look of Gmail's: nobody can work it out from an address.
function tokenOf({ mailbox, to }: Delegation): string {
  const hash = createHash('sha256').update(`${to} ${mailbox}`).digest('base64url');
  return `AEoRXRT${hash}`;
}

/** Keys for the drafts of one mailbox. */
export function randomDraftKeys(foreign: Parameters<typeof createDraftKeys>[1]): DraftKeys {
  return createDraftKeys(randomDigits, foreign);
}

function randomDigits(): string {
  return `${1 + randomInt(8)}${nineDigits()}${nineDigits()}`;
}

function nineDigits(): string {
  return String(randomInt(1e9)).padStart(9, '0');
}
