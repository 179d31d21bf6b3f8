import type { SettingsBackend, SettingsView } from '../../application/settings.ts';
import { rep } from './sample-events.ts';

/** A settings backend in memory, with what was asked of it. */
export type MemorySettings = SettingsBackend & { readonly asked: readonly string[] };

/** The settings of a connected rep whose client was entered by hand. */
const ordinarySettings: SettingsView = {
  client: { kind: 'by-hand', id: '1234567890-abc.apps.googleusercontent.com' },
  redirectUris: ['https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/oauth2'],
  scopes: ['https://www.googleapis.com/auth/gmail.modify'],
  allowedDomains: [],
  followByDefault: { value: true, byPolicy: false },
  connection: { kind: 'connected', account: rep },
};

/** Makes a settings backend. What is given in `behave` replaces how it answers. */
export function memorySettings(
  start: Partial<SettingsView> = {},
  behave: Partial<SettingsBackend> = {},
): MemorySettings {
  let view: SettingsView = { ...ordinarySettings, ...start };
  let stored = 1412;
  const asked: string[] = [];
  const change = (what: string, part: Partial<SettingsView>) => {
    asked.push(what);
    view = { ...view, ...part };
  };
  return {
    read: async () => view,
    storedEvents: async () => ('account' in view.connection ? stored : null),
    saveClient: async ({ id, secret }) => {
      if (!id.trim().endsWith('.apps.googleusercontent.com'))
        return { kind: 'invalid', field: 'id' };
      if (secret.trim() === '') return { kind: 'invalid', field: 'secret' };
      change('saveClient', { client: { kind: 'by-hand', id: id.trim() } });
      return { kind: 'saved' };
    },
    saveFollowByDefault: async (value) => {
      change(`follow ${value}`, { followByDefault: { value, byPolicy: false } });
    },
    connect: async () => {
      change('connect', { connection: { kind: 'connected', account: rep } });
      return { kind: 'connected', account: rep };
    },
    disconnect: async () => {
      change('disconnect', { connection: { kind: 'not-connected' } });
    },
    clearEvidence: async () => {
      change('clearEvidence', {});
      stored = 0;
    },
    subscribe: () => () => {},
    ...behave,
    asked,
  };
}
