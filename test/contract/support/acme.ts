import type { Account, StoredMessage, Switches } from '@postrider/sandbox/accounts';
import { createGoogle, type Google } from '@postrider/sandbox/google';
import { createPostOffice, type PostOffice } from '@postrider/sandbox/post-office';
import { likeliestSwitches } from '@postrider/sandbox/switches';
import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import type { Wait } from '@postrider/shared/application/ports/clock';
import type { Mailbox } from '@postrider/shared/application/ports/mailbox';
import type { TokenSource } from '@postrider/shared/application/ports/token-source';

import { manualClock, type ManualClock } from './manual-clock.ts';

/** One company on the sandbox's Google, on a clock that stands still. */
export type Acme = {
  readonly clock: ManualClock;
  /** Waiting passes the clock's time at once. */
  readonly wait: Wait;
  readonly google: Google;
  readonly postOffice: PostOffice;
  readonly ana: Account;
  readonly fetch: typeof globalThis.fetch;
  /** A token source that is given a new token whenever one is refused, as from a good grant. */
  readonly tokens: TokenSource & { readonly issued: string[] };
  readonly mailbox: Mailbox;
  /** Done once, when the history has been listed and before a message is read. */
  beforeReading(happens: () => void): void;
  /** The paths of the API calls so far, as Google logged them. */
  calls(): readonly string[];
  close(): void;
};

/** Opens the company: Ana has an account, everybody else lives outside. */
export function openAcme(switches: Partial<Switches> = {}): Acme {
  const clock = manualClock();
  const timers = { start: () => () => {} };
  const google = createGoogle({
    clock,
    timers,
    switches: {
      ...likeliestSwitches,
      ...switches,
    },
  });
  const ana = google.addAccount({ address: 'ana@acme.example', name: 'Ana Silva' });
  const postOffice = createPostOffice({ clock, timers, accounts: google.accounts });
  google.onDeparture((sender, message) => postOffice.submit(sender, message));
  google.onStopped((sender, message) => postOffice.stop(sender, message));
  let happening: (() => void) | null = null;
  const fetch = routeTo(google, () => {
    happening?.();
    happening = null;
  });
  const wait: Wait = async (ms) => clock.pass(ms);
  const issued: string[] = [];
  const tokens = {
    issued,
    async token() {
      if (issued.length === 0) issued.push(google.issueToken(ana.address));
      return { kind: 'ok', value: issued.at(-1) ?? '' } as const;
    },
    async reject() {
      issued.push(google.issueToken(ana.address));
    },
  };
  return {
    clock,
    wait,
    google,
    postOffice,
    ana,
    fetch,
    tokens,
    mailbox: createGmailMailbox({ fetch, tokens, clock, wait }),
    beforeReading(happens) {
      happening = happens;
    },
    calls: () => google.log.all().map((entry) => `${entry.call}`),
    close() {
      postOffice.close();
      google.close();
    },
  };
}

/** A fetch that reaches the sandbox's three hosts and nothing else. */
function routeTo(google: Google, beforeReading: () => void): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    if (/\/messages\/|\/batch\//.test(request.url)) beforeReading();
    switch (new URL(request.url).hostname) {
      case 'gmail.googleapis.com':
        return google.gmailApi(request);
      case 'oauth2.googleapis.com':
        return google.oauthHost(request);
      default:
        throw new Error(`no way to ${request.url}`);
    }
  };
}

/** A mail as the compose window writes it, CRLF line ends. */
export function letter(fields: {
  to: string;
  subject?: string;
  headers?: readonly string[];
}): Buffer {
  return Buffer.from(
    [
      'From: Ana Silva <ana@acme.example>',
      `To: ${fields.to}`,
      `Subject: ${fields.subject ?? 'Pricing'}`,
      ...(fields.headers ?? []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hello',
      '',
    ].join('\r\n'),
  );
}

/** Puts a message from outside into Ana's mailbox. */
export function receive(
  account: Account,
  headers: readonly string[],
  options: { labelIds?: readonly string[]; threadId?: string } = {},
): StoredMessage {
  const raw = Buffer.from([...headers, '', 'text', ''].join('\r\n'));
  return account.deposit(raw, { labelIds: ['INBOX', 'UNREAD'], ...options });
}
