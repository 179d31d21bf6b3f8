import type { PanelBackend } from '@postrider/shared/application/panel';
import type { IntroductionBackend } from '@postrider/shared/application/panel/introduction';

import { hearChanged } from './changed-word.ts';
import { askFromOwnPage } from './own-page-client.ts';

/** The panel's backend: the worker, over the bus. Its promises reject only where the worker has a bug. */
export function panelBackend(): PanelBackend & IntroductionBackend {
  return {
    status: () => askFromOwnPage('status', {}),
    feed: (query) => askFromOwnPage('feed', query),
    connect: () => askFromOwnPage('connect', {}),
    disconnect: async () => void (await askFromOwnPage('disconnect', {})),
    lookNow: async () => void (await askFromOwnPage('look-now', {})),
    openMail: ({ mailbox, threadId }) =>
      void askFromOwnPage('open-mail', { account: mailbox, threadId }),
    openSettings: () => void chrome.runtime.openOptionsPage(),
    suppressions: () => askFromOwnPage('suppressions', {}),
    suppress: async (address, why) => void (await askFromOwnPage('suppress', { address, why })),
    unsuppress: async (address, why = '') =>
      void (await askFromOwnPage('unsuppress', { address, why })),
    putBack: async (address) => void (await askFromOwnPage('put-back', { address })),
    unmatched: () => askFromOwnPage('unmatched', {}),
    matchNotice: (noticeId, sentEventId) =>
      askFromOwnPage('match-notice', { noticeId, sentEventId }),
    unmatchNotice: async (noticeId) => void (await askFromOwnPage('unmatch-notice', { noticeId })),
    dismissNotice: async (noticeId) => void (await askFromOwnPage('dismiss-notice', { noticeId })),
    sendGuard: () => askFromOwnPage('send-guard', {}),
    guardFor: (recipients) => askFromOwnPage('guard-for', { recipients }),
    standing: (address) => askFromOwnPage('standing', { address }),
    recount: async () => void (await askFromOwnPage('recount', {})),
    endFirstRun: async () => void (await askFromOwnPage('end-first-run', {})),
    sendTestMail: ({ subject, text }) => askFromOwnPage('send-test-mail', { subject, text }),
    healthReport: () => askFromOwnPage('health-report', {}),
    subscribe: hearChanged,
  };
}
