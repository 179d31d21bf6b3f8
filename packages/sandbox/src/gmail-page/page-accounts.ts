import { randomInt } from 'node:crypto';

import type { Account, Accounts } from '../accounts.ts';
import type { DraftKeys } from './draft-keys.ts';
import { createDraftKeys } from './draft-keys.ts';

/** An account that is signed in to the page. */
export type PageAccount = {
  readonly number: number;
  readonly account: Account;
  readonly keys: DraftKeys;
};

/** The accounts signed in, told apart as Gmail's URLs do: by number or by address. */
export function createPageAccounts(
  accounts: Accounts,
  signedIn: readonly string[],
): { all(): readonly PageAccount[]; named(name: string): PageAccount | undefined } {
  const open = new Map<string, PageAccount>();

  function accountAt(number: number): PageAccount | undefined {
    const address = signedIn[number]?.toLowerCase();
    const account = address === undefined ? undefined : accounts.get(address);
    if (address === undefined || account === undefined) return undefined;
    const known = open.get(address) ?? { number, account, keys: createDraftKeys(randomDigits) };
    open.set(address, known);
    return known;
  }

  return {
    all: () => signedIn.flatMap((_, number) => accountAt(number) ?? []),
    named: (name) =>
      /^\d+$/.test(name)
        ? accountAt(Number(name))
        : accountAt(signedIn.findIndex((address) => address === name.toLowerCase())),
  };
}

function randomDigits(): string {
  return `${1 + randomInt(8)}${nineDigits()}${nineDigits()}`;
}

function nineDigits(): string {
  return String(randomInt(1e9)).padStart(9, '0');
}
