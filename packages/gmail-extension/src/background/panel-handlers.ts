import {
  connectMailbox,
  type ConnectParts,
  disconnectMailbox,
} from '@postrider/shared/application/connect-mailbox/connect-mailbox';
import type { PanelStatus } from '@postrider/shared/application/panel';
import type { EventLog } from '@postrider/shared/application/ports/event-log';

import type { PanelHandlers } from '../bus/serve.ts';
import { followedAccount } from './connection.ts';
import { openMail } from './open-mail.ts';

/** What the panel's messages need. */
export type PanelParts = {
  readonly connect: ConnectParts;
  readonly events: EventLog;
  readonly status: () => Promise<PanelStatus>;
  readonly look: () => Promise<void>;
  /** The panel is in front of the rep. */
  readonly panelSeen: () => void;
  readonly changed: () => void;
};

/** Answers the panel. */
export function panelHandlers(
  parts: PanelParts,
): Pick<PanelHandlers, 'status' | 'feed' | 'connect' | 'disconnect' | 'look-now' | 'open-mail'> {
  return {
    status() {
      parts.panelSeen();
      return parts.status();
    },
    async feed(query) {
      const mailbox = followedAccount((await parts.status()).connection);
      return mailbox === null ? [] : parts.events.feed({ ...query, mailbox });
    },
    async connect() {
      const outcome = await connectMailbox(parts.connect);
      parts.changed();
      // The watch begins with its first look: mail that leaves before it would be missed.
      if (outcome.kind === 'connected') void parts.look();
      return outcome;
    },
    async disconnect() {
      await disconnectMailbox(parts.connect);
      parts.changed();
      return null;
    },
    async 'look-now'() {
      await parts.look();
      return null;
    },
    async 'open-mail'({ account, threadId }) {
      await openMail(account, threadId);
      return null;
    },
  };
}
