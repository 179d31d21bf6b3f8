import { createLater, type Timers } from '../later.ts';
import { createMailbox, type OwnMailbox } from './create-mailbox.ts';
import type { Exchange, ExchangeDepartureListener, ExchangeKind } from './exchange.ts';
import { onlineLimits, serverLimits, type ExchangeLimits } from './limits.ts';
import { likeliestExchangeSwitches, type ExchangeSwitches } from './switches.ts';

/** Starts an Exchange with no mailbox. `clock` gives epoch ms; the same order of calls gives the same ids. */
export const createExchange = (options: {
  readonly kind: ExchangeKind;
  readonly clock: () => number;
  readonly timers?: Timers;
  readonly switches?: Partial<ExchangeSwitches>;
  readonly limits?: Partial<ExchangeLimits>;
}): Exchange => {
  const { kind, clock } = options;
  const later = createLater(options);
  const limits = { ...(kind === 'online' ? onlineLimits : serverLimits), ...options.limits };
  const switches = { ...likeliestExchangeSwitches, ...options.switches };
  const mailboxes: OwnMailbox[] = [];
  const listeners: ExchangeDepartureListener[] = [];

  const mailboxAt = (given: string): OwnMailbox | undefined => {
    const address = given.toLowerCase();
    return mailboxes.find((one) => one.address === address || one.aliases.includes(address));
  };

  const own = (address: string): OwnMailbox => {
    const mailbox = mailboxAt(address);
    if (!mailbox) throw new Error('A mailbox of another Exchange');
    return mailbox;
  };

  return {
    kind,
    limits,
    switches,
    addMailbox: (person) => {
      const mailbox = createMailbox(person, {
        kind,
        later,
        clock,
        limits,
        switches,
        leave: async (sender, item) => {
          for (const listener of listeners) await listener(sender, item);
        },
      });
      mailboxes.push(mailbox);
      return mailbox;
    },
    mailbox: mailboxAt,
    mailboxes: () => [...mailboxes],
    onDeparture: (listener) => {
      listeners.push(listener);
    },
    setCondition: (address, condition) => {
      own(address).setCondition(condition);
    },
    bring: (mailbox, raw, { junk = false, messageClass = 'IPM.Note' } = {}) =>
      own(mailbox.address).bring(raw, { junk, messageClass }),
    settle: () => later.settle(),
    advance: (ms) => later.advance(ms),
    close: () => {
      later.close();
    },
  };
};
