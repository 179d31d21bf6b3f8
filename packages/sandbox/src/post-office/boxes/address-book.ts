import type { Accounts } from '../../accounts.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { domainOf } from '../notices/notice.ts';
import type { PostBox } from './box.ts';
import type { ExchangeArrivals } from './exchange-arrivals.ts';
import { exchangeBox } from './exchange-box.ts';
import { googleBox } from './google-box.ts';

/** Everybody in the sandbox who has a mailbox. */
export type AddressBook = {
  /** By primary address or alias, in lower case. */
  get(address: string): PostBox | undefined;
  /** Any mailbox of the domain: its system answers for all addresses there. */
  ofDomain(domain: string): PostBox | undefined;
};

/** Looks through Google's accounts and the companies' Exchanges, each time anew: mailboxes are added while the sandbox runs. */
export const createAddressBook = (
  clock: () => number,
  systems: {
    readonly accounts: Accounts;
    readonly exchanges: readonly Exchange[];
    readonly arrivals: ExchangeArrivals;
  },
): AddressBook => {
  const { accounts, exchanges, arrivals } = systems;
  const all = (): readonly PostBox[] => [
    ...accounts.all().map((account) => googleBox(account, clock)),
    ...exchanges.flatMap((exchange) =>
      exchange.mailboxes().map((mailbox) => exchangeBox(mailbox, exchange, { clock, arrivals })),
    ),
  ];
  return {
    get: (address) => {
      const account = accounts.get(address);
      if (account) return googleBox(account, clock);
      for (const exchange of exchanges) {
        const mailbox = exchange.mailbox(address);
        if (mailbox) return exchangeBox(mailbox, exchange, { clock, arrivals });
      }
      return undefined;
    },
    ofDomain: (domain) => all().find((box) => domainOf(box.address) === domain),
  };
};
