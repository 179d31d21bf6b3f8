import { memorySettings } from './memory-settings.ts';
import { rep } from './sample-events.ts';

/** Every state of the settings page by name; each gives a backend that is in it. */
export const settingsScenes = {
  settings: () => memorySettings(),
  'settings-new': () =>
    memorySettings({
      client: { kind: 'none' },
      connection: { kind: 'not-configured' },
    }),
  'settings-policy': () =>
    memorySettings({
      client: { kind: 'by-policy', id: '1234567890-abc.apps.googleusercontent.com' },
      allowedDomains: ['acme.com', 'acme.de'],
      followByDefault: { value: true, byPolicy: true },
      connection: { kind: 'not-connected' },
    }),
  'settings-reconnect': () =>
    memorySettings({ connection: { kind: 'reconnect-needed', account: rep } }),
  'settings-not-allowed': () =>
    memorySettings({
      allowedDomains: ['acme.de'],
      connection: { kind: 'not-allowed', account: rep },
    }),
  'settings-unreachable': () =>
    memorySettings({}, { read: () => Promise.reject(new Error('no answer')) }),
};
