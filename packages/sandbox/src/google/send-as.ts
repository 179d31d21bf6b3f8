import type { Account, SmtpMsa, StoredMessage } from '../accounts.ts';
import { mailboxesOf } from '../mail/addresses.ts';
import type { GoogleTables } from './tables.ts';

/** A name and address that an account may send under. */
export type SendAsAlias = {
  readonly address: string;
  readonly name: string;
  /** Set where another server sends what goes out under it; Gmail then only keeps a copy in Sent. */
  readonly smtpMsa?: SmtpMsa;
};

/** A mail that Gmail handed to an alias's own server. */
export type RelayedMail = {
  /** Epoch ms. */
  readonly at: number;
  /** The account that sent it. */
  readonly sender: string;
  readonly host: string;
  /** With its brackets. */
  readonly messageId: string;
  readonly raw: Buffer;
};

/** The aliases of all accounts. */
export type SendAs = {
  add(address: string, alias: SendAsAlias): void;
  /** The verified aliases of an account, its own address not among them. */
  of(address: string): readonly SendAsAlias[];
  /** The server of the alias that a mail is from, if it has one. */
  serverOf(account: Account, message: StoredMessage): SmtpMsa | undefined;
};

const keyOf = (address: string, alias: string): string => `${address} ${alias}`.toLowerCase();

/** Keeps aliases in the emulator's table, and beside it the servers, for which the table has no column. `nameAt` gives the name of an account. */
export const createSendAs = (tables: GoogleTables, nameAt: (address: string) => string): SendAs => {
  const servers = new Map<string, SmtpMsa>();
  const of: SendAs['of'] = (address) =>
    tables.sendAs
      .findBy('user_email', address.toLowerCase())
      .filter((row) => !row.is_default)
      .map(({ send_as_email, display_name }) => {
        const named = { address: send_as_email, name: display_name ?? '' };
        const smtpMsa = servers.get(keyOf(address, send_as_email));
        return smtpMsa === undefined ? named : Object.assign(named, { smtpMsa });
      });

  return {
    add: (address, alias) => {
      // The emulator takes the first alias that it finds for the account's own address.
      const user_email = address.toLowerCase();
      if (tables.sendAs.findBy('user_email', user_email).length === 0) {
        const own = { send_as_email: user_email, display_name: nameAt(user_email) };
        tables.sendAs.insert({ user_email, ...own, is_default: true, signature: '' });
      }
      tables.sendAs.insert({
        user_email,
        send_as_email: alias.address,
        display_name: alias.name,
        is_default: false,
        signature: '',
      });
      if (alias.smtpMsa !== undefined) servers.set(keyOf(address, alias.address), alias.smtpMsa);
    },
    of,
    serverOf: (account, { raw }) => {
      const from = mailboxesOf(raw, ['from'])[0]?.address.toLowerCase();
      return of(account.address).find(({ address }) => address.toLowerCase() === from)?.smtpMsa;
    },
  };
};
