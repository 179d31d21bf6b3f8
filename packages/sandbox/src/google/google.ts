import type { Account, Accounts, StoredMessage, Switches } from '../accounts.ts';
import { createFaults, type Faults } from '../faults.ts';
import { createLater, unrefTimers, type Timers } from '../later.ts';
import { recipientsOf } from '../mail/addresses.ts';
import { forgetHistoryBefore } from './additions/history.ts';
import { createApiLog, type ApiLog } from './api-log.ts';
import { prepareForWire, type DepartureListener } from './departure.ts';
import { createEmulator } from './emulator.ts';
import { createGmailApi } from './gmail-api.ts';
import { createGrants } from './grants.ts';
import { createIds } from './ids.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { createOauthHosts } from './oauth-hosts.ts';
import { createQuota, type Limits } from './quota.ts';
import { createSendAs, type RelayedMail, type SendAsAlias } from './send-as.ts';
import { likeliestSendingRules, type SendingRules } from './sending-limits.ts';
import { createSendingMeter, type SendingAttempt } from './sending-meter.ts';
import { createSentDrafts } from './sent-drafts.ts';
import { createWeb, type Web } from './web.ts';

/** The scope that serves all that the product does. */
const MODIFY = 'https://www.googleapis.com/auth/gmail.modify';

/** The sandbox's Google: three of its hosts, the accounts behind them, and what a test may do to it. */
export type Google = {
  readonly accounts: Accounts;
  /** A new, empty account. `signedIn: false` keeps it out of the consent page (a customer's mailbox, say). */
  addAccount(account: { address: string; name: string; signedIn?: boolean }): Account;
  /** A verified send-as alias of an account; with `smtpMsa`, what goes out under it does not leave by Gmail. */
  addAlias(address: string, alias: SendAsAlias): void;
  /** The verified aliases of an account, its own address not among them. */
  aliases(address: string): readonly SendAsAlias[];
  /** Every mail that an alias's own server took from Gmail, oldest first. */
  relayed(): readonly RelayedMail[];
  addOAuthClient(client: {
    id: string;
    secret: string;
    redirectUris: readonly string[];
    name?: string;
  }): void;
  /** gmail.googleapis.com. Rejects with `ConnectionLost` where the line is cut on purpose. */
  gmailApi(request: Request): Promise<Response>;
  /** accounts.google.com: the consent page. */
  accountsHost(request: Request): Promise<Response>;
  /** oauth2.googleapis.com: /token and /revoke. */
  oauthHost(request: Request): Promise<Response>;
  readonly web: Web;
  /** Told of each message that leaves (after Undo). The post office's `submit` belongs here. */
  onDeparture(listener: DepartureListener): void;
  /** Told of each message that was taken and filed in Sent and did not leave, when its sender is to hear of it. The post office's `stop` belongs here. */
  onStopped(listener: DepartureListener): void;
  /** Limits for sending, to be changed at any time. */
  readonly sendingLimits: SendingRules;
  /** What every account wanted to send, and what Google's limits made of it, oldest first. */
  sendingRecord(): readonly SendingAttempt[];
  readonly faults: Faults;
  readonly log: ApiLog;
  /** Quota, to be changed at any time. */
  readonly limits: Limits;
  readonly switches: Switches;
  /** The account takes all grants back. */
  revoke(address: string): void;
  /** The account's access tokens run out now. */
  expireTokens(address: string): void;
  /** An access token without the consent page; gmail.modify unless told otherwise. */
  issueToken(address: string, scopes?: readonly string[]): string;
  /** History up to now is forgotten: a start before it is answered with 404. */
  forgetHistory(address: string): void;
  /** Carries out what the clock has made due (sends whose Undo is over) and waits for its delivery. */
  settle(): Promise<void>;
  close(): void;
};

/** Starts a Google with no account. `clock` gives epoch ms; the same `seed` gives the same ids. */
export const createGoogle = (options: {
  clock: () => number;
  switches: Switches;
  seed?: number;
  timers?: Timers;
}): Google => {
  const { clock, switches, seed = 1, timers = unrefTimers } = options;
  const ids = createIds(clock, seed);
  const emulator = createEmulator(ids);
  const mailboxes = new Map<string, Mailbox>();
  const listeners: DepartureListener[] = [];
  const later = createLater({ clock, timers });
  const faults = createFaults(timers);
  const log = createApiLog();
  const quota = createQuota(clock);
  const sendingLimits = likeliestSendingRules();
  const meter = createSendingMeter(clock, sendingLimits);
  const stopped: DepartureListener[] = [];
  const grants = createGrants(emulator, clock);
  const hosts = createOauthHosts(emulator, grants);
  const sendAs = createSendAs(emulator.tables, (address) => mailboxAt(address)?.name ?? '');
  const relayed: RelayedMail[] = [];

  const mailboxAt = (address: string): Mailbox | undefined => mailboxes.get(address.toLowerCase());
  const mailboxOf = (account: Account): Mailbox => {
    const mailbox = mailboxAt(account.address);
    if (!mailbox) throw new Error('An account of another Google');
    return mailbox;
  };
  const prepare = (raw: Buffer, account: Account): Buffer =>
    prepareForWire(raw, account, { tables: emulator.tables, ids, clock });
  // What becomes of a relayed mail is the other server's: it reaches the sandbox's accounts, and no notice comes back.
  const relay = (account: Account, message: StoredMessage, host: string): void => {
    const { raw, messageId } = message;
    relayed.push({ at: clock(), sender: account.address, host, messageId, raw });
    for (const recipient of recipientsOf(raw))
      mailboxAt(recipient)?.deposit(raw, { labelIds: ['INBOX', 'UNREAD'] });
  };
  const stop = (account: Account, message: StoredMessage): void => {
    const { noticeAfterMs } = sendingLimits;
    if (noticeAfterMs === null) return;
    later.at(clock() + noticeAfterMs, async () => {
      for (const listener of stopped) await listener(account, message);
    });
  };
  const leave: DepartureListener = async (account, message) => {
    const server = sendAs.serverOf(account, message);
    if (server) {
      relay(account, message, server.host);
      return;
    }
    for (const listener of listeners) await listener(account, message);
  };

  const api = createGmailApi({
    emulator,
    grants,
    quota,
    log,
    faults,
    switches,
    ids,
    sendAs,
    clock,
    mailboxAt,
    prepare,
    sendingRules: sendingLimits,
    sentDrafts: createSentDrafts(clock, switches),
    judge: ({ address }, raw) => meter.judge(address, recipientsOf(raw), 'api'),
    leave: async (account, message) => leave(account, message),
    stop,
  });

  return {
    accounts: { get: mailboxAt, all: () => [...mailboxes.values()] },
    addAccount: ({ address: given, name, signedIn = true }) => {
      const address = given.toLowerCase();
      if (signedIn) emulator.seed({ users: [{ email: address, name }] });
      const mailbox = createMailbox({ address, name }, { emulator, ids, clock });
      mailboxes.set(address, mailbox);
      return mailbox;
    },
    addAlias: (address, alias) => {
      sendAs.add(address, alias);
    },
    aliases: (address) => sendAs.of(address),
    relayed: () => [...relayed],
    addOAuthClient: ({ id, secret, redirectUris, name = 'Sandbox client' }) => {
      emulator.seed({
        oauth_clients: [
          { client_id: id, client_secret: secret, name, redirect_uris: [...redirectUris] },
        ],
      });
    },
    gmailApi: async (request) => {
      await later.settle();
      return api.answer(request);
    },
    accountsHost: (request) => faults.through(request, () => hosts.accounts(request)),
    oauthHost: (request) => faults.through(request, () => hosts.tokens(request)),
    web: createWeb({
      mailboxOf,
      switches,
      clock,
      ids,
      later,
      prepare,
      leave: async (account, message) => {
        const verdict = meter.judge(account.address, recipientsOf(message.raw), 'web');
        if (verdict.kind === 'leaves') await leave(account, message);
        else stop(account, message);
      },
    }),
    onDeparture: (listener) => {
      listeners.push(listener);
    },
    onStopped: (listener) => {
      stopped.push(listener);
    },
    sendingLimits,
    sendingRecord: () => meter.record(),
    faults,
    log,
    limits: quota.limits,
    switches,
    revoke: (address) => {
      grants.revoke(address.toLowerCase());
    },
    expireTokens: (address) => {
      grants.expireTokens(address.toLowerCase());
    },
    issueToken: (address, scopes = [MODIFY]) => grants.issue(address.toLowerCase(), scopes),
    forgetHistory: (address) => {
      const mailbox = mailboxAt(address);
      if (mailbox) forgetHistoryBefore(mailbox, ids.latestHistory());
    },
    settle: () => later.settle(),
    close: () => {
      later.close();
    },
  };
};
