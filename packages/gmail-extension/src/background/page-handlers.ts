import type { FollowMail } from '@postrider/shared/application/follow-mail/follow-mail';
import type { Connection } from '@postrider/shared/application/panel';
import type { FollowedMails } from '@postrider/shared/application/ports/followed-mails';
import type { PolicySource } from '@postrider/shared/application/ports/policy';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import type { ComposeStanding } from '../bus/catalogue.ts';
import type { PageHandlers } from '../bus/serve.ts';
import { followedAccount } from './connection.ts';
import { rememberBase } from './gmail-tabs.ts';
import { openPanelBeside } from './panel-opening.ts';

/** What the messages of Gmail's page need. */
export type PageParts = {
  readonly follow: FollowMail;
  readonly followed: FollowedMails;
  readonly policy: PolicySource;
  readonly connection: () => Promise<Connection>;
  /** A mail has left or come back: the panel shows it, and Sent is worth a look. */
  readonly mailMoved: () => void;
};

/** Takes what Gmail's page tells about compose windows. Mail of an account that is not connected leaves no trace. */
export function pageHandlers(parts: PageParts): PageHandlers {
  const ours = async (account: MailboxAddress) =>
    followedAccount(await parts.connection()) === account;

  return {
    async 'compose-state'({ account, draftKey }) {
      const standing = standingOf(await parts.connection(), account);
      const mail = draftKey === null ? null : await parts.followed.byDraft(account, draftKey);
      const { followByDefault = true } = await parts.policy.read();
      return { standing, follow: mail?.follow ?? followByDefault };
    },
    async 'compose-opened'({ account, draftKey }, sender) {
      if (!(await ours(account))) return null;
      await rememberBase(account, sender.url ?? '');
      const before = await parts.followed.byDraft(account, draftKey);
      await parts.follow.open({ mailbox: account, draftKey });
      if (before?.state === 'leaving') parts.mailMoved();
      return null;
    },
    async 'compose-switched'({ account, draftKey, follow }) {
      if (await ours(account)) await parts.follow.setFollow({ mailbox: account, draftKey }, follow);
      return null;
    },
    async 'compose-leaving'({ account, draftKey, follow, ...departure }) {
      if (!(await ours(account))) return null;
      const draft = { mailbox: account, draftKey };
      await parts.follow.setFollow(draft, follow);
      await parts.follow.leaving(draft, departure);
      parts.mailMoved();
      return null;
    },
    async 'compose-sent'({ account, draftKey, ...ids }) {
      if (!(await ours(account))) return null;
      await parts.follow.sent({ mailbox: account, draftKey }, { ...ids, messageId: null });
      parts.mailMoved();
      return null;
    },
    async 'compose-not-sent'({ account, draftKey }) {
      if (!(await ours(account))) return null;
      await parts.follow.undone({ mailbox: account, draftKey });
      parts.mailMoved();
      return null;
    },
    'open-panel'(_request, sender) {
      openPanelBeside(sender);
      return null;
    },
  };
}

function standingOf(connection: Connection, account: MailboxAddress): ComposeStanding {
  const connected = followedAccount(connection);
  if (connected !== null && connected !== account) return { kind: 'other-account', connected };
  return { kind: connection.kind === 'connected' ? 'ready' : connection.kind };
}
