import { createExchange } from '@postrider/sandbox/exchange';
import type { Exchange } from '@postrider/sandbox/exchange-contract';
import type { ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';
import type { ExchangeSwitches } from '@postrider/sandbox/exchange-switches';
import { createMicrosoft, type Microsoft } from '@postrider/sandbox/microsoft';
import type { GraphSwitches } from '@postrider/sandbox/microsoft-switches';
import { createPostOffice, type PostOffice } from '@postrider/sandbox/post-office';
import { createGraphMailbox } from '@postrider/shared/adapters/graph/graph-mailbox';
import type { Wait } from '@postrider/shared/application/ports/clock';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { TokenSource } from '@postrider/shared/application/ports/token-source';

import { manualClock, type ManualClock } from './manual-clock.ts';

/** One company on the sandbox's Exchange Online, on a clock that stands still. */
export type Adatum = {
  readonly clock: ManualClock;
  /** Waiting passes the clock's time at once. */
  readonly wait: Wait;
  readonly exchange: Exchange;
  readonly microsoft: Microsoft;
  readonly postOffice: PostOffice;
  readonly eva: ExchangeMailbox;
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource & { readonly issued: string[] };
  readonly mailbox: Mailbox;
  /** The same mailbox by an adapter whose requests pass through a function, on a clock that may differ. */
  again(through: (request: Request) => Promise<Response>, clock?: () => number): Mailbox;
  /** The calls so far, as Graph logged them. */
  calls(): readonly string[];
  /** Lets time pass and carries out what falls due. */
  pass(ms: number): Promise<void>;
  close(): void;
};

/** What may differ from one company to the next. */
export type AdatumSwitches = {
  readonly exchange?: Partial<ExchangeSwitches>;
  readonly graph?: Partial<GraphSwitches>;
};

const nobody = { get: () => undefined, all: () => [] };

/** Opens the company: Eva has a mailbox, and Tom; everybody else lives outside. */
export function openAdatum(switches: AdatumSwitches = {}): Adatum {
  const clock = manualClock();
  const timers = { start: () => () => {} };
  const exchange = createExchange({
    kind: 'online',
    clock,
    timers,
    switches: switches.exchange ?? {},
  });
  const eva = exchange.addMailbox({
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    userPrincipalName: 'eva.brandt@adatum.onmicrosoft.example',
    aliases: ['e.brandt@adatum.example'],
  });
  exchange.addMailbox({ address: 'tom@adatum.example', name: 'Tom Nagy' });
  const microsoft = createMicrosoft({
    exchange,
    clock,
    timers,
    // As from Node: what a page of another origin cannot read has tests of its own.
    switches: { retryAfterInBrowser: 'exposed', ...switches.graph },
  });
  const postOffice = createPostOffice({ clock, timers, accounts: nobody, exchanges: [exchange] });
  exchange.onDeparture((sender, { raw, messageId }) =>
    postOffice.submit(sender, { raw, messageId }),
  );
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).hostname !== 'graph.microsoft.com') {
      throw new Error(`no way to ${request.url}`);
    }
    return microsoft.graphHost(request);
  };
  const wait: Wait = async (ms) => clock.pass(ms);
  const issued: string[] = [];
  const tokens = {
    issued,
    async token() {
      if (issued.length === 0) issued.push(microsoft.issueToken(eva.address));
      return { kind: 'ok', value: issued.at(-1) ?? '' } as const;
    },
    async reject() {
      issued.push(microsoft.issueToken(eva.address));
    },
  };
  return {
    clock,
    wait,
    exchange,
    microsoft,
    postOffice,
    eva,
    fetch,
    tokens,
    mailbox: createGraphMailbox({ fetch, tokens, clock, wait }),
    again: (through, itsClock = clock) =>
      createGraphMailbox({
        fetch: (input, init) => through(new Request(input, init)),
        tokens,
        clock: itsClock,
        wait,
      }),
    calls: () => microsoft.log.all().map((entry) => `${entry.call}`),
    async pass(ms) {
      clock.pass(ms);
      await exchange.settle();
      await postOffice.settle();
    },
    close() {
      postOffice.close();
      microsoft.close();
      exchange.close();
    },
  };
}
