import type { EwsSwitches } from '@postrider/sandbox/ews-switches';
import { createExchange } from '@postrider/sandbox/exchange';
import { createExchangeServer } from '@postrider/sandbox/exchange-server';
import type { ExchangeSwitches } from '@postrider/sandbox/exchange-switches';
import { createPostOffice } from '@postrider/sandbox/post-office';
import type { AskEws } from '@postrider/shared/adapters/ews/ews-reply';
import type { Wait } from '@postrider/shared/application/ports/clock';

import { manualClock } from './manual-clock.ts';

/** Office's code for nearly everything (office.js, `makeEwsRequestAsync`). */
const genericResponseError = 9020;

/** A company on an Exchange Server of its own, on a clock that stands still: Omar has a mailbox, everybody else lives outside. */
export function openWoodgrove(switches: Partial<ExchangeSwitches & EwsSwitches> = {}) {
  const clock = manualClock();
  const timers = { start: () => () => {} };
  const exchange = createExchange({ kind: 'server', clock, timers, switches });
  const omar = exchange.addMailbox({ address: 'omar@woodgrove.example', name: 'Omar Haddad' });
  const server = createExchangeServer({ exchange, clock, timers, switches });
  const noAccounts = { get: () => undefined, all: () => [] };
  const postOffice = createPostOffice({
    clock,
    timers,
    accounts: noAccounts,
    exchanges: [exchange],
  });
  exchange.onDeparture((sender, item) => postOffice.submit(sender, item));

  /** Outlook's way to the server, as if it were one that `fetch` could take; its own error stands in a header. */
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const soap = await new Request(input, init).text();
    const { body, hostError } = await server.makeEwsRequest(omar, soap);
    return new Response(body, { headers: hostError === null ? {} : { 'x-host-error': hostError } });
  };
  const wait: Wait = async (ms) => clock.pass(ms);
  return {
    clock,
    wait,
    exchange,
    server,
    postOffice,
    omar,
    fetch,
    ask: askBy(fetch),
    /** Lets time pass and carries out what falls due, in the post office too. */
    async pass(ms: number): Promise<void> {
      clock.pass(ms);
      await exchange.settle();
      await postOffice.settle();
    },
    close(): void {
      postOffice.close();
      exchange.close();
    },
  };
}

/** The company as a test holds it. */
export type Woodgrove = ReturnType<typeof openWoodgrove>;

/** Office's door over such a `fetch`; a `fetch` that rejects is a program that never hears of its request again. */
export function askBy(fetch: typeof globalThis.fetch): AskEws {
  return async (soap) => {
    const request = { method: 'POST', body: soap, headers: { 'content-type': 'text/xml' } };
    const answer = await fetch('https://mail.woodgrove.example/EWS/Exchange.asmx', request);
    const hostError = answer.headers.get('x-host-error');
    return hostError === null
      ? { kind: 'answer', text: await answer.text() }
      : { kind: 'failed', code: genericResponseError, message: hostError };
  };
}
