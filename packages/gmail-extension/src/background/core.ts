import { createGmailMailbox } from '@postrider/shared/adapters/gmail/gmail-mailbox';
import { createGoogleOAuth } from '@postrider/shared/adapters/gmail/google-oauth';
import { createGoogleTokenSource } from '@postrider/shared/adapters/gmail/google-token-source';
import { readOwnServerAliases } from '@postrider/shared/adapters/gmail/own-server-aliases';
import { createEventLogStore } from '@postrider/shared/adapters/storage/event-log-store';
import { createFollowedMailsStore } from '@postrider/shared/adapters/storage/followed-mails-store';
import { openDatabase } from '@postrider/shared/adapters/storage/open-database';
import { createSendLedgersStore } from '@postrider/shared/adapters/storage/send-ledgers-store';
import {
  createDecisionLogStore,
  createGrantStore,
  createWatchStatesStore,
} from '@postrider/shared/adapters/storage/small-stores';
import { createUnmatchedNoticesStore } from '@postrider/shared/adapters/storage/unmatched-notices-store';
import {
  createFollowMail,
  type FollowMail,
} from '@postrider/shared/application/follow-mail/follow-mail';
import type { PanelBackend } from '@postrider/shared/application/panel';
import { createPanelProgram, type PanelProgram } from '@postrider/shared/application/panel-backend';
import type { QueueBackend } from '@postrider/shared/application/panel/queue';
import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import type {
  TestMailOutcome,
  TestMailWords,
} from '@postrider/shared/application/send-test-mail/send-test-mail';
import {
  currentWatch,
  type LookTimes,
} from '@postrider/shared/application/watch-mailbox/current-watch';
import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import { gmailLimits } from '@postrider/shared/domain/sending/limits';

import { type AliasKeeper, createAliasKeeper } from './alias-keeper.ts';
import type { Appointments } from './appointments.ts';
import { redirectUri, showConsent } from './consent-window.ts';
import { grantsOfOne } from './grants-of-one.ts';
import { testMailSender } from './introduction/test-mail.ts';
import { noteOpened, readLostAt } from './lost-storage.ts';
import { newMailId } from './new-mail-id.ts';
import { openMail } from './open-mail.ts';
import { type OpenedQueue, openQueue } from './queue/open-queue.ts';
import { sessionTokenCache } from './session-token-cache.ts';

/** Everything behind the messages, put together over one database. */
export type Core = {
  /** Comes true once the database was closed by somebody else; then nothing of this can be used any more. */
  readonly closed: Promise<void>;
  readonly policy: PolicySource;
  readonly grants: GrantStore;
  readonly events: EventLog;
  readonly followed: FollowedMails;
  readonly follow: FollowMail;
  readonly panel: PanelBackend;
  /** Mail that leaves in the background, as the pages ask of it. */
  readonly queue: QueueBackend;
  readonly carrying: Pick<OpenedQueue['current'], 'run' | 'isSendingWithin'>;
  readonly connectAs: PanelProgram['connectAs'];
  readonly aliases: AliasKeeper;
  readonly sendTestMail: (words: TestMailWords) => Promise<TestMailOutcome>;
  /** Something outside the panel's program has changed what panel, strips or badge show. */
  readonly changed: () => void;
};

/** A newer version of this program wrote the database. Nothing was touched. */
export class NewerData extends Error {}

const clock = () => Date.now();

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The platform's fetch refuses to be called as a method of anything else. */
const send: typeof fetch = (...request) => fetch(...request);

/** Opens the database and puts the core together. Throws where the browser gives no storage or a newer version wrote it. */
export async function openCore(
  policy: PolicySource,
  times: { readonly looks: LookTimes; readonly queue: Appointments },
): Promise<Core> {
  const opened = await openDatabase();
  if (opened.kind === 'newer') throw new NewerData();
  if (opened.kind !== 'opened') throw new Error(`The database is ${opened.kind}.`);
  const { database } = opened;
  const readBackFrom = await noteOpened(opened.created, clock());

  const grants = createGrantStore(database);
  const events = createEventLogStore(database);
  const followed = createFollowedMailsStore(database);
  const states = createWatchStatesStore(database);
  const decisions = createDecisionLogStore(database);
  const unmatched = createUnmatchedNoticesStore(database);
  const ledgers = createSendLedgersStore(database);
  const stores = { events, followed, states, decisions, unmatched, ledgers };
  const authorization = createGoogleOAuth({
    fetch: send,
    clock,
    redirectUri: redirectUri(),
    client: async () => (await policy.read()).oauthClient ?? null,
    launch: showConsent,
  });
  const tokensOf = (store: GrantStore) =>
    createGoogleTokenSource({
      grants: store,
      oauth: authorization,
      cache: sessionTokenCache,
      clock,
    });
  const mailboxOf = (store: GrantStore) =>
    createGmailMailbox({ fetch: send, tokens: tokensOf(store), clock, wait });
  const ownMailbox = (account: MailboxAddress) => mailboxOf(grantsOfOne(grants, account));
  const queue = await openQueue({
    database,
    ...stores,
    grants,
    policy,
    mailboxOf: ownMailbox,
    times: times.queue,
    lostAt: await readLostAt(),
    clock,
    changed: () => panel.changed(),
    report: reportError,
  });
  const watch = currentWatch({
    grants,
    policy,
    times: times.looks,
    newWatch: (account) =>
      createWatch({
        account,
        mailbox: ownMailbox(account),
        clock,
        ...stores,
        putBack: queue.putBack,
        plans: () => queue.plans(account),
        ...(readBackFrom === null ? {} : { readBackFrom }),
      }),
  });
  const panel: PanelProgram = createPanelProgram({
    authorization,
    grants,
    policy,
    clock,
    watch,
    ...stores,
    putBack: queue.putBack,
    limitsOf: gmailLimits,
    newId: newMailId,
    openMail: (event) => void openMail(event.mailbox, event.threadId),
    openSettings: () => void chrome.runtime.openOptionsPage(),
  });
  return {
    closed: opened.closed,
    policy,
    grants,
    events,
    followed,
    follow: createFollowMail({ followed, policy, newMailId, clock }),
    panel: panel.backend,
    queue: queue.backend,
    carrying: queue.current,
    connectAs: panel.connectAs,
    aliases: createAliasKeeper({
      ask: (account) =>
        readOwnServerAliases({ fetch: send, tokens: tokensOf(grantsOfOne(grants, account)) }),
      now: clock,
      changed: () => panel.changed(),
    }),
    sendTestMail: testMailSender({
      mailbox: mailboxOf(grants),
      ...stores,
      newMailId,
      clock,
      panel: panel.backend,
    }),
    changed: () => panel.changed(),
  };
}
