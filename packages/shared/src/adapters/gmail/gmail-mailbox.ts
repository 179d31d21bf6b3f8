import type { Clock } from '../../application/ports/clock.ts';
import type { Mailbox } from '../../application/ports/mailbox.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import { mailboxAddress } from '../../domain/ids.ts';
import { createHttpClient } from '../http/http-client.ts';
import { createFindSent } from './find-sent.ts';
import { createGmailCalls } from './gmail-calls.ts';
import { createGmailChanges, readProfile } from './gmail-changes.ts';
import { createGmailDrafts, createSendDraft } from './gmail-drafts.ts';
import { createReadRaw, readMessage } from './gmail-messages.ts';

/** What the adapter needs from its surroundings. */
export type GmailParts = {
  readonly fetch: typeof globalThis.fetch;
  readonly tokens: TokenSource;
  readonly clock: Clock;
};

/** A rep's mailbox at Google, over the Gmail API (discovery document gmail v1). */
export function createGmailMailbox({ fetch, tokens, clock }: GmailParts): Mailbox {
  const calls = createGmailCalls(createHttpClient(fetch), tokens);
  return {
    capabilities: {
      deferredSend: {
        kind: 'no',
        why: 'Gmail’s API cannot schedule: mail leaves while Chrome is open.',
      },
    },
    async account() {
      const profile = await readProfile(calls);
      if (profile.kind !== 'ok') return profile;
      return { kind: 'ok', value: mailboxAddress(profile.value.emailAddress) };
    },
    drafts: createGmailDrafts(calls),
    send: createSendDraft(calls),
    changes: createGmailChanges(calls, clock),
    message: (id) => readMessage(calls, id),
    raw: createReadRaw(calls),
    findSent: createFindSent(calls),
  };
}
