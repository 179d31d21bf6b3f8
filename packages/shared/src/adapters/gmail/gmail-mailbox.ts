import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import { gmailProvider } from '../../domain/bounce/rules/notice-writers.ts';
import { trustOf } from '../../domain/bounce/trust.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createCallSchedule } from './call-schedule.ts';
import { createFindSent } from './find-sent.ts';
import { createGmailCalls } from './gmail-calls.ts';
import { createGmailChanges } from './gmail-changes.ts';
import { noHistory, writeCursor } from './gmail-cursor.ts';
import { createGmailDrafts, createSendDraft } from './gmail-drafts.ts';
import { createReadRaw, readMessage } from './gmail-messages.ts';
import { readAccount } from './gmail-profile.ts';
import { createSentList, createSentReader } from './gmail-sent-list.ts';

/** What the adapter needs from its surroundings. */
export type GmailParts = {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly wait: Wait;
};

/** A rep's mailbox at Google, over the Gmail API (discovery document gmail v1). */
export function createGmailMailbox({ fetch, tokens, clock, wait }: GmailParts): Mailbox {
  const http = createHttpClient(fetch);
  const schedule = createCallSchedule(clock, wait);
  const calls = createGmailCalls(http, tokens, schedule.reads);
  const sends = createGmailCalls(http, tokens, schedule.sends);
  return {
    capabilities: {
      deferredSend: {
        kind: 'no',
        why: 'Gmail’s API cannot schedule: mail leaves while Chrome is open.',
      },
    },
    noticeTrust: (headers, account) => trustOf(headers, account, gmailProvider),
    account: () => readAccount(calls),
    drafts: createGmailDrafts({ calls, sends }),
    send: createSendDraft(sends),
    changes: createGmailChanges(calls, clock),
    cursorAt: (since) => writeCursor({ historyId: noHistory, lookedAt: since, pending: [] }),
    message: (id) => readMessage(calls, id),
    raw: createReadRaw(calls),
    sentSince: createSentList(calls),
    readSent: createSentReader(calls),
    findSent: createFindSent(calls),
  };
}
