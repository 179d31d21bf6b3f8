import { createExchange } from '@postrider/sandbox/exchange';
import type { ExchangeMailbox } from '@postrider/sandbox/exchange-mailbox';
import { createMicrosoft, type Microsoft } from '@postrider/sandbox/microsoft';
import { createGraphMailbox } from '@postrider/shared/adapters/graph/graph-mailbox';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';

import { manualTime, type ManualTime } from '../manual-time.ts';

/** How long Graph takes for one request, ms. */
const latencyMs = 120;

/** Eva's mailbox on the sandbox's Exchange Online, reached by the adapter, on a clock that moves only by waiting. */
export type GraphWorld = {
  readonly time: ManualTime;
  readonly microsoft: Microsoft;
  readonly eva: ExchangeMailbox;
  readonly mailbox: Mailbox;
  /** Lets the clock go on until the work is done. */
  played<Result>(work: Promise<Result>): Promise<Result>;
};

/** Opens it, with Graph's limits enforced: four requests at once, 10,000 in ten minutes. */
export function openGraphWorld(): GraphWorld {
  const time = manualTime(Date.UTC(2026, 10, 23, 9));
  const { clock, wait } = time;
  const still = { start: () => () => {} };
  const exchange = createExchange({ kind: 'online', clock, timers: still });
  const eva = exchange.addMailbox({ address: 'eva@adatum.example', name: 'Eva Brandt' });
  const microsoft = createMicrosoft({
    exchange,
    clock,
    timers: {
      start(run, ms) {
        void wait(ms).then(run);
        return () => {};
      },
    },
  });
  microsoft.limits.latencyMs = latencyMs;
  const token = microsoft.issueToken(eva.address);
  const mailbox = createGraphMailbox({
    clock,
    wait,
    tokens: { token: async () => ({ kind: 'ok', value: token }), reject: async () => {} },
    fetch: (input, init) => microsoft.graphHost(new Request(input, init)),
  });
  return {
    time,
    microsoft,
    eva,
    mailbox,
    async played(work) {
      const done = new AbortController();
      const end = () => done.abort();
      work.then(end, end);
      while (!done.signal.aborted) await time.step();
      return work;
    },
  };
}

/** The value of an outcome; anything else cannot be measured. */
export function valueOf<Value>(
  outcome: { readonly kind: 'ok'; readonly value: Value } | { readonly kind: string },
): Value {
  if ('value' in outcome) return outcome.value;
  throw new Error(`Graph answered with "${outcome.kind}".`);
}

/** A mail as it stands in a mailbox. */
export function written(fields: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\nHello\r\n`);
}
