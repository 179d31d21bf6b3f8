import type { Connection } from '@postrider/shared/application/panel';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import type { ComposeStanding } from '../bus/catalogue.ts';
import type { PageHandlers } from '../bus/serve.ts';
import { followedAccount } from './connection.ts';
import type { Core } from './core.ts';
import { rememberBase } from './gmail-tabs.ts';
import { openPanelBeside } from './panel-opening.ts';

/**
 * Takes what Gmail's page tells about compose windows. Mail of an account that is not connected leaves no trace.
 * `mailMoved` hears that a mail left or came back, so that Sent is worth a look.
 */
export function pageHandlers(core: () => Promise<Core>, mailMoved: () => void): PageHandlers {
  return {
    async 'compose-state'({ account, draftKey }) {
      const { panel, followed, policy } = await core();
      const { connection } = await panel.status();
      const mail = draftKey === null ? null : await followed.byDraft(account, draftKey);
      const { followByDefault = true } = await policy.read();
      return { standing: standingOf(connection, account), follow: mail?.follow ?? followByDefault };
    },
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
      await ours.follow.setFollow(draft, follow);
      await ours.follow.leaving(draft, departure);
      mailMoved();
      return null;
    },
    async 'compose-sent'({ account, draftKey, ...ids }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      await ours.follow.sent({ mailbox: account, draftKey }, { ...ids, messageId: null });
      mailMoved();
      return null;
    },
    async 'compose-not-sent'({ account, draftKey }) {
      const ours = await connectedTo(core, account);
      if (!ours) return null;
      await ours.follow.undone({ mailbox: account, draftKey });
      mailMoved();
      return null;
    },
    'open-panel'(_request, sender) {
      openPanelBeside(sender);
      return null;
    },
  };
}

async function connectedTo(
  core: () => Promise<Core>,
  account: MailboxAddress,
): Promise<Core | null> {
  const parts = await core();
  const { connection } = await parts.panel.status();
  return followedAccount(connection) === account ? parts : null;
}

function standingOf(connection: Connection, account: MailboxAddress): ComposeStanding {
  const connected = followedAccount(connection);
  if (connected !== null && connected !== account) return { kind: 'other-account', connected };
  return { kind: connection.kind === 'connected' ? 'ready' : connection.kind };
}
