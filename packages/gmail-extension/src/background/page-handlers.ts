import type { MailboxAddress } from '@postrider/shared/domain/ids';
import type { SendGuard } from '@postrider/shared/domain/sending/send-guard';

import type { PageHandlers } from '../bus/serve.ts';
import { readComposeState } from './compose-state.ts';
import { followedAccount } from './connection.ts';
import type { Core } from './core.ts';
import { rememberBase } from './gmail-tabs.ts';
import { noteTabHealth } from './health/tab-health.ts';
import { openPanelBeside } from './panel-opening.ts';

/**
 * Takes what Gmail's page tells about compose windows. Mail of an account that is not connected leaves no trace.
 * `mailMoved` hears that a mail left or came back, so that Sent is worth a look.
 */
export function pageHandlers(core: () => Promise<Core>, mailMoved: () => void): PageHandlers {
  return {
    'compose-state': async (asked) => readComposeState(core, asked),
    async 'compose-opened'({ account, draftKey }, sender) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      await rememberBase(account, sender.url ?? '');
      const before = await ours.followed.byDraft(account, draftKey);
      await ours.follow.open({ mailbox: account, draftKey });
      if (before?.state === 'leaving') mailMoved();
      return null;
    },
    async 'compose-switched'({ account, draftKey, follow }) {
      const ours = await connectedTo(core, account);
      await ours?.follow.setFollow({ mailbox: account, draftKey }, follow);
      return null;
    },
    async 'compose-leaving'({ account, draftKey, follow, ...departure }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      const draft = { mailbox: account, draftKey };
      if (follow !== null) await ours.follow.setFollow(draft, follow);
      await ours.follow.leaving(draft, departure);
      mailMoved();
      return null;
    },
    async 'compose-sent'({ account, draftKey, ...names }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      await ours.follow.sent({ mailbox: account, draftKey }, names);
      mailMoved();
      return null;
    },
    async 'compose-scheduled'({ account, draftKey, follow, recipients, subject, ...names }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      const draft = { mailbox: account, draftKey };
      if (follow !== null) await ours.follow.setFollow(draft, follow);
      await ours.follow.scheduled(draft, { recipients, subject, threadId: names.threadId }, names);
      return null;
    },
    async 'compose-not-sent'({ account, draftKey }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      await ours.follow.undone({ mailbox: account, draftKey });
      mailMoved();
      return null;
    },
    async 'send-guard'({ account }) {
      const ours = await connectedTo(core, account);
      return ours ? ours.panel.sendGuard() : nothingGuarded;
    },
    async 'guard-for'({ account, recipients }) {
      const ours = await connectedTo(core, account);
      return ours ? ours.panel.guardFor(recipients) : [];
    },
    async unsuppress({ account, addresses, why }) {
      const ours = await connectedTo(core, account);
      for (const address of addresses) await ours?.panel.unsuppress(address, why);
      return null;
    },
    async reconnect({ account }) {
      const ours = await connectedTo(core, account);
      await ours?.panel.connect();
      return null;
    },
    'connect-as': async ({ account, replacing }) => (await core()).connectAs(account, replacing),
    async 'page-health'(said, sender) {
      const tabId = sender.tab?.id;
      if (tabId === undefined) return null;
      await noteTabHealth(tabId, said, Date.now());
      (await core()).changed();
      return null;
    },
    'open-panel'(_request, sender) {
      openPanelBeside(sender);
      return null;
    },
  };
}

/** Of mail that is none of ours nothing is decided. */
const nothingGuarded: SendGuard = { addresses: [], blockedDomains: [], complete: true };

async function connectedTo(
  core: () => Promise<Core>,
  account: MailboxAddress,
): Promise<Core | null> {
  const parts = await core();
  const { connection } = await parts.panel.status();
  const isResting = connection.kind === 'not-allowed';
  return !isResting && followedAccount(connection) === account ? parts : null;
}
