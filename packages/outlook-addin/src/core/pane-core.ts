import { createEventLogStore } from '@postrider/shared/adapters/storage/event-log-store';
import { createFollowedMailsStore } from '@postrider/shared/adapters/storage/followed-mails-store';
import type { Database } from '@postrider/shared/adapters/storage/open-database';
import { createOutboxStore } from '@postrider/shared/adapters/storage/outbox-store';
import { createSendLedgersStore } from '@postrider/shared/adapters/storage/send-ledgers-store';
import {
  createDecisionLogStore,
  createGrantStore,
  createWatchStatesStore,
} from '@postrider/shared/adapters/storage/small-stores';
import { createUnmatchedNoticesStore } from '@postrider/shared/adapters/storage/unmatched-notices-store';
import { createDeferredSend } from '@postrider/shared/application/deferred-send/create-deferred-send';
import type { DeferredSending } from '@postrider/shared/application/deferred-send/deferred-send';
import type { PanelBackend } from '@postrider/shared/application/panel';
import { createPanelProgram, type PanelProgram } from '@postrider/shared/application/panel-backend';
import type { IntroductionBackend } from '@postrider/shared/application/panel/introduction';
import type { QueueBackend } from '@postrider/shared/application/panel/queue';
import { sendTestMail } from '@postrider/shared/application/send-test-mail/send-test-mail';
import type { SettingsBackend } from '@postrider/shared/application/settings';
import { currentWatch } from '@postrider/shared/application/watch-mailbox/current-watch';
import { createWatch } from '@postrider/shared/application/watch-mailbox/watch';

import type { OpenMailbox } from '../office/open-mailbox.ts';
import { roamingSetting, saveRoamingSetting } from '../office/roaming-settings.ts';
import type { KeyValues } from '../storage/key-values.ts';
import type { Connection } from './connection.ts';
import { createDigestKeeper, type DigestKeeper } from './digest-keeper.ts';
import { healthReport } from './health-report.ts';
import type { LookClock } from './look-clock.ts';
import { oneLooks } from './one-looks.ts';
import type { PanePolicy } from './pane-policy.ts';
import { clock, newId, newMailId } from './platform.ts';
import { openQueue } from './queue/open-queue.ts';
import { withoutQueue } from './queue/without-queue.ts';
import type { RepSettings } from './rep-settings.ts';
import { settingsBackend } from './settings-backend.ts';
import { tellingLater } from './telling-later.ts';
import type { WordToOthers } from './word-to-others.ts';

/** What the pane shows and what it can do, for the mailbox that is open. */
export type PaneCore = {
  readonly open: OpenMailbox;
  readonly policy: PanePolicy;
  readonly connection: Connection;
  readonly panel: PanelBackend & IntroductionBackend;
  readonly settings: SettingsBackend;
  /** Mail that leaves in the background. */
  readonly queue: QueueBackend;
  /** Single mails that Exchange sends later. */
  readonly later: DeferredSending;
  readonly digest: DigestKeeper;
  readonly followByDefault: () => boolean;
  /** Looks once, where that can be done without showing anything to anybody. */
  lookOnce(): Promise<void>;
  /** Begins to look; gives back how to end. */
  start(): () => void;
};

/** What the core is put together from. */
export type CoreParts = {
  readonly open: OpenMailbox;
  readonly connection: Connection;
  readonly database: Database;
  readonly policy: PanePolicy;
  readonly rep: RepSettings;
  readonly kept: KeyValues;
  readonly times: LookClock;
  readonly others: WordToOthers;
  readonly openSettings: () => void;
  /** Where nothing is known of the mailbox here, it is read from this instant on (epoch ms); null = from now on. */
  readonly readBackFrom: number | null;
};

/** The composition root of the pane: everything over one mailbox and one database. */
export function createPaneCore(parts: CoreParts): PaneCore {
  const { open, connection, database, policy, rep, times, others } = parts;
  const { authorization, mailbox, limitsOf, addresses } = connection;
  const grants = createGrantStore(database, open.address);
  const stores = {
    events: createEventLogStore(database),
    followed: createFollowedMailsStore(database),
    states: createWatchStatesStore(database),
    decisions: createDecisionLogStore(database),
    unmatched: createUnmatchedNoticesStore(database),
    ledgers: createSendLedgersStore(database),
  };
  const outbox = createOutboxStore(database);
  const deferred = createDeferredSend({
    account: open.address,
    mailbox,
    followed: stores.followed,
    clock,
  });
  const queue = openQueue({
    account: open.address,
    ...connection,
    ...stores,
    outbox,
    policy,
    deferred,
    kept: parts.kept,
    times,
    isConnected,
    changed: () => program.changed(),
  });
  const watch = currentWatch({
    grants,
    policy,
    times,
    newWatch: (account) =>
      createWatch({
        account,
        mailbox,
        clock,
        ...stores,
        putBack: queue.putBack,
        plans: async () => (await outbox.open(account)).length > 0,
        // What stands in Sent Items has left: Outlook's own Undo waits before it sends.
        settleMs: 0,
        ...(parts.readBackFrom === null ? {} : { readBackFrom: parts.readBackFrom }),
      }),
  });
  const program: PanelProgram = createPanelProgram({
    authorization,
    grants,
    policy,
    clock,
    watch: oneLooks(`postrider-look ${open.address}`, watch, navigator.locks),
    ...stores,
    putBack: queue.putBack,
    limitsOf,
    only: open.address,
    newId,
    openMail: ({ evidenceId }) => void connection.show(evidenceId),
    openSettings: parts.openSettings,
  });
  const later = withoutQueue(
    tellingLater(deferred, () => program.changed()),
    outbox,
    open.address,
  );
  const followByDefault = () => rep.followByDefault(policy.company());
  const panel: PanelBackend & IntroductionBackend = {
    ...program.backend,
    async status() {
      const status = await program.backend.status();
      return rep.firstRunEnded() ? status : { ...status, firstRun: true };
    },
    async lookNow() {
      await program.backend.lookNow();
      // Handing over hundreds takes a while, which is no part of looking.
      carryOut();
    },
    async endFirstRun() {
      rep.endFirstRun();
      program.changed();
    },
    async sendTestMail(words) {
      const { connection: state } = await program.backend.status();
      if (state.kind !== 'connected') return { kind: 'not-connected' };
      const test = { mailbox, ...stores, newMailId, clock };
      const outcome = await sendTestMail(test, state.account, words);
      await program.backend.lookNow();
      return outcome;
    },
    healthReport: async () => healthReport(open, policy),
  };
  const digest = createDigestKeeper({
    panel: program.backend,
    followByDefault,
    addresses,
    stored: roamingSetting,
    save: saveRoamingSetting,
    newSalt: newId,
    clock,
  });

  // Our own word comes back from no channel; what others tell is shown here and not told on.
  let hearing = false;
  program.backend.subscribe(() => {
    if (hearing) return;
    others.tell();
    void digest.update().catch(reportError);
  });
  others.hear(() => {
    hearing = true;
    program.changed();
    hearing = false;
  });
  policy.onChange(() => program.changed());

  async function isConnected(): Promise<boolean> {
    return (await program.backend.status()).connection.kind === 'connected';
  }

  async function lookAndSettle(): Promise<void> {
    await program.backend.lookNow();
    if (!(await isConnected())) return;
    const { nextAt } = await later.settle();
    if (nextAt !== null) times.at(nextAt);
  }

  function carryOut(): void {
    void queue.run().catch(reportError);
  }

  async function lookOnce(): Promise<void> {
    // A look without a token would be told as a connection that is lost.
    if (!(await isConnected()) || !(await connection.isReady())) return;
    await lookAndSettle();
    await digest.update();
  }

  return {
    lookOnce,
    open,
    policy,
    connection,
    panel,
    queue: queue.backend,
    settings: settingsBackend({
      open,
      policy,
      rep,
      panel,
      events: stores.events,
      changed: program.changed,
    }),
    later,
    digest,
    followByDefault,
    start: () =>
      times.start(() => {
        void lookAndSettle().then(carryOut, reportError);
        void policy.refresh();
      }),
  };
}
