import type { Connection } from '@postrider/shared/application/panel';
import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { EventLog } from '@postrider/shared/application/ports/event-log';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { ClientSetting, SettingsView } from '@postrider/shared/application/settings';

import type { PanelHandlers } from '../bus/serve.ts';
import { followedAccount } from './connection.ts';
import { type HandSettings, readHandSettings, writeHandSettings } from './policy/hand-settings.ts';
import { companyPolicy } from './policy/policy-source.ts';
import { checkClient } from './policy/typed-client.ts';

/** What the settings page's messages need. */
export type SettingsParts = {
  readonly connection: () => Promise<Connection>;
  readonly grants: GrantStore;
  readonly events: EventLog;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly changed: () => void;
};

type SettingsHandlers = Pick<
  PanelHandlers,
  'settings' | 'save-client' | 'save-follow-by-default' | 'clear-evidence'
>;

/** Answers the settings page. The client's secret goes in and never comes out again. */
export function settingsHandlers(parts: SettingsParts): SettingsHandlers {
  return {
    settings: () => readSettings(parts),
    async 'save-client'(typed) {
      if ((await companyPolicy()).oauthClient) return { kind: 'by-policy' };
      const checked = checkClient(typed);
      if (checked.kind === 'invalid') return checked;
      const before = (await readHandSettings()).oauthClient;
      await writeHandSettings({ oauthClient: checked.client });
      if (before && before.id !== checked.client.id) await endGrant(parts.grants);
      parts.changed();
      return { kind: 'saved' };
    },
    async 'save-follow-by-default'({ follow }) {
      await writeHandSettings({ followByDefault: follow });
      parts.changed();
      return null;
    },
    async 'clear-evidence'() {
      const account = followedAccount(await parts.connection());
      if (account !== null) await parts.events.clear(account);
      parts.changed();
      return null;
    },
  };
}

/** A refresh token is worth nothing to another client than the one it was given to. */
async function endGrant(grants: GrantStore): Promise<void> {
  const grant = await grants.read();
  if (grant) await grants.write({ ...grant, refreshToken: null });
}

async function readSettings(parts: SettingsParts): Promise<SettingsView> {
  const [company, typed, connection] = await Promise.all([
    companyPolicy(),
    readHandSettings(),
    parts.connection(),
  ]);
  const account = followedAccount(connection);
  return {
    client: clientSetting(company, typed),
    redirectUri: parts.redirectUri,
    scopes: parts.scopes,
    allowedDomains: company.allowedDomains ?? [],
    followByDefault: {
      value: company.followByDefault ?? typed.followByDefault ?? true,
      byPolicy: company.followByDefault !== undefined,
    },
    connection,
    storedEvents: account === null ? null : await parts.events.count(account),
  };
}

function clientSetting(company: Policy, typed: HandSettings): ClientSetting {
  if (company.oauthClient) return { kind: 'by-policy', id: company.oauthClient.id };
  return typed.oauthClient ? { kind: 'by-hand', id: typed.oauthClient.id } : { kind: 'none' };
}
