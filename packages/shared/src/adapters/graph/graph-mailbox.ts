import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import { exchangeTrustOf } from '../../domain/bounce/trust-exchange.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createCallSchedule } from './call-schedule.ts';
import { createDeferredSend } from './deferred-send.ts';
import { createFindSent } from './find-sent.ts';
import { createGraphCalls } from './graph-calls.ts';
import { createGraphChanges } from './graph-changes.ts';
import { cursorFrom, writeCursor } from './graph-cursor.ts';
import { createGraphDrafts } from './graph-drafts.ts';
import { createReadRaw, readMessage } from './graph-messages.ts';
import { createSentList } from './graph-sent-list.ts';
import { createPlaceReader, ownAddresses } from './own-addresses.ts';
import { createSendDraft } from './send-draft.ts';

/** What the adapter needs from its surroundings. */
export type GraphParts = {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly wait: Wait;
};

/** A rep's mailbox on Exchange Online, over Microsoft Graph v1.0. */
export function createGraphMailbox({ fetch, tokens, clock, wait }: GraphParts): Mailbox {
  const http = createHttpClient(fetch);
  const schedule = createCallSchedule(clock);
  const calls = createGraphCalls({ http, tokens, clock, wait, schedule, kind: 'reads' });
  const sends = createGraphCalls({ http, tokens, clock, wait, schedule, kind: 'sends' });
  const readPlace = createPlaceReader(calls);
  return {
    capabilities: {
      deferredSend: { kind: 'yes', means: createDeferredSend({ sends, readPlace }) },
    },
    noticeTrust: exchangeTrustOf,
    async account() {
      const addresses = await ownAddresses(calls);
      return addresses.kind === 'ok' ? { kind: 'ok', value: addresses.value.primary } : addresses;
    },
    drafts: createGraphDrafts({ calls, sends, readPlace }),
    send: createSendDraft(sends),
    changes: createGraphChanges({ calls, clock, readPlace }),
    cursorAt: (since) => writeCursor(cursorFrom(since)),
    message: (id) => readMessage(calls, readPlace, id),
    raw: createReadRaw(calls),
    sentSince: createSentList(calls, readPlace),
    // The list tells all of it.
    readSent: async () => ({ kind: 'ok', value: [] }),
    findSent: createFindSent(calls, readPlace),
  };
}
