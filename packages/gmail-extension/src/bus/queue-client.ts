import type { QueueBackend } from '@postrider/shared/application/panel/queue';

import { askFromOwnPage } from './own-page-client.ts';

/** The queue's backend: the worker, over the bus. Its promises reject only where the worker has a bug. */
export function queueBackend(): QueueBackend {
  return {
    queue: () => askFromOwnPage('queue', {}),
    entries: (query) => askFromOwnPage('queue-entries', query),
    pause: async (group) => void (await askFromOwnPage('queue-pause', { group })),
    resume: async (group) => void (await askFromOwnPage('queue-resume', { group })),
    cancel: async (what) => void (await askFromOwnPage('queue-cancel', what)),
    sendNext: async (mail) => void (await askFromOwnPage('queue-send-next', { mail })),
    decide: async (mail, has) => void (await askFromOwnPage('queue-decide', { mail, has })),
    sources: () => askFromOwnPage('group-sources', {}),
    checkList: (source, list) => askFromOwnPage('group-check', { source, list }),
    preview: (source, list, row) => askFromOwnPage('group-preview', { source, list, row }),
    forecast: (source, list) => askFromOwnPage('group-forecast', { source, list }),
    start: (source, list) => askFromOwnPage('group-start', { source, list }),
  };
}
