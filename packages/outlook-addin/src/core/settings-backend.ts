import type { PanelBackend } from '@postrider/shared/application/panel';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { ClientSetting, SettingsBackend } from '@postrider/shared/application/settings';

import { graphScopes } from '../identity/sign-in.ts';
import type { OpenMailbox } from '../office/open-mailbox.ts';
import type { PanePolicy } from './pane-policy.ts';
import type { RepSettings } from './rep-settings.ts';

/** What the settings work with. */
export type SettingsParts = {
  readonly open: OpenMailbox;
  readonly policy: PanePolicy;
  readonly rep: RepSettings;
  readonly panel: PanelBackend;
  readonly events: Pick<EventLog, 'count' | 'clear'>;
  readonly changed: () => void;
};

/** The settings of the open mailbox. The app registration is the company's: nobody types it here. */
export function settingsBackend(parts: SettingsParts): SettingsBackend {
  const { open, policy, rep, panel, events, changed } = parts;
  return {
    async read() {
      const { connection } = await panel.status();
      const company = policy.company();
      return {
        client: clientOf(parts),
        redirectUris: redirectUris(),
        scopes: graphScopes,
        allowedDomains: company.allowedDomains ?? [],
        followByDefault: {
          value: rep.followByDefault(company),
          byPolicy: company.followByDefault !== undefined,
        },
        connection,
      };
    },
    async storedEvents() {
      const { connection } = await panel.status();
      return 'account' in connection ? events.count(connection.account) : null;
    },
    saveClient: async () => ({ kind: 'by-policy' }),
    async saveFollowByDefault(follow) {
      rep.setFollowByDefault(follow);
      changed();
    },
    connect: () => panel.connect(),
    disconnect: () => panel.disconnect(),
    async clearEvidence() {
      await events.clear(open.address);
      changed();
    },
    subscribe: (listener) => panel.subscribe(listener),
  };
}

function clientOf({ open, policy }: SettingsParts): ClientSetting {
  if (open.keeper.kind !== 'exchange-online') return { kind: 'not-needed' };
  const { entraClient } = policy.company();
  return entraClient === undefined
    ? { kind: 'policy-only' }
    : { kind: 'by-policy', id: entraClient.id };
}

/** One for signing in through Outlook (its broker), one for the sign-in window. */
function redirectUris(): readonly string[] {
  return [`brk-multihub://${location.host}`, new URL('dialog.html', location.href).href];
}
