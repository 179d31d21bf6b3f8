import type { PanelBackend } from '@postrider/shared/application/panel';

import { hearChanged } from './changed-word.ts';
import { askFromOwnPage } from './own-page-client.ts';

/** The panel's backend: the worker, over the bus. Its promises reject only where the worker has a bug. */
export function panelBackend(): PanelBackend {
  return {
    status: () => askFromOwnPage('status', {}),
    feed: (query) => askFromOwnPage('feed', query),
    connect: () => askFromOwnPage('connect', {}),
    disconnect: async () => void (await askFromOwnPage('disconnect', {})),
    lookNow: async () => void (await askFromOwnPage('look-now', {})),
    openMail: (event) =>
      void askFromOwnPage('open-mail', { account: event.mailbox, threadId: event.threadId }),
    openSettings: () => void chrome.runtime.openOptionsPage(),
    subscribe: hearChanged,
  };
}
