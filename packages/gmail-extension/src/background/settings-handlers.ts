import { gmailScope } from '@postrider/shared/adapters/gmail/google-oauth';
import type { GrantStore } from '@postrider/shared/application/ports/authorization';
import type { Policy } from '@postrider/shared/application/ports/policy';
import type { ClientSetting, SettingsView } from '@postrider/shared/application/settings';

import type { PanelHandlers } from '../bus/serve.ts';
import { followedAccount } from './connection.ts';
import { redirectUri } from './consent-window.ts';
import type { Core } from './core.ts';
import { type HandSettings, readHandSettings, writeHandSettings } from './policy/hand-settings.ts';
import { companyPolicy } from './policy/policy-source.ts';
import { checkClient } from './policy/typed-client.ts';

type Kinds =
  | 'settings'
  | 'stored-events'
  | 'save-client'
  | 'save-follow-by-default'
  | 'clear-evidence';

/** Answers the settings page. The client's secret goes in and never comes out again. */
export function settingsHandlers(core: () => Promise<Core>): Pick<PanelHandlers, Kinds> {
  return {
    settings: async () => readSettings(await core()),
    async 'stored-events'() {
      const { panel, events } = await core();
      const account = followedAccount((await panel.status()).connection);
      return account === null ? null : events.count(account);
    },
    async 'save-client'(typed) {
      if ((await companyPolicy()).oauthClient) return { kind: 'by-policy' };
      const checked = checkClient(typed);
      if (checked.kind === 'invalid') return checked;
      const { grants, changed } = await core();
      const before = (await readHandSettings()).oauthClient;
      await writeHandSettings({ oauthClient: checked.client });
      if (before && before.id !== checked.client.id) await endGrant(grants);
      changed();
      return { kind: 'saved' };
    },
    async 'save-follow-by-default'({ follow }) {
      await writeHandSettings({ followByDefault: follow });
      (await core()).changed();
      return null;
    },
    async 'clear-evidence'() {
      const { panel, events, changed } = await core();
      const account = followedAccount((await panel.status()).connection);
      if (account !== null) await events.clear(account);
      changed();
      return null;
    },
  };
}

/** A refresh token is worth nothing to another client than the one it was given to. */
async function endGrant(grants: GrantStore): Promise<void> {
  const grant = await grants.read();
  if (grant) await grants.write({ ...grant, renewal: null });
}

async function readSettings({ panel }: Core): Promise<SettingsView> {
  const [company, typed, { connection }] = await Promise.all([
    companyPolicy(),
    readHandSettings(),
    panel.status(),
  ]);
  return {
    client: clientSetting(company, typed),
    redirectUris: [redirectUri()],
    scopes: [gmailScope],
    allowedDomains: company.allowedDomains ?? [],
    followByDefault: {
      value: company.followByDefault ?? typed.followByDefault ?? true,
      byPolicy: company.followByDefault !== undefined,
    },
    connection,
  };
}

function clientSetting(company: Policy, typed: HandSettings): ClientSetting {
  if (company.oauthClient) return { kind: 'by-policy', id: company.oauthClient.id };
  return typed.oauthClient ? { kind: 'by-hand', id: typed.oauthClient.id } : { kind: 'none' };
}
