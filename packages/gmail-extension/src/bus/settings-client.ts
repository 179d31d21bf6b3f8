import type { SettingsBackend } from '@postrider/shared/application/settings';

import { hearChanged } from './changed-word.ts';
import { askFromOwnPage } from './own-page-client.ts';

/** The settings page's backend: the worker, over the bus. Its promises reject only where the worker has a bug. */
export function settingsBackend(): SettingsBackend {
  return {
    read: () => askFromOwnPage('settings', {}),
    storedEvents: () => askFromOwnPage('stored-events', {}),
    saveClient: (client) => askFromOwnPage('save-client', { ...client }),
    saveFollowByDefault: async (follow) =>
      void (await askFromOwnPage('save-follow-by-default', { follow })),
    connect: () => askFromOwnPage('connect', {}),
    disconnect: async () => void (await askFromOwnPage('disconnect', {})),
    clearEvidence: async () => void (await askFromOwnPage('clear-evidence', {})),
    subscribe: hearChanged,
  };
}
