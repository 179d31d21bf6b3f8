import type { QueueBackend } from '@postrider/shared/application/panel/queue';

import type { queueRequests } from '../../bus/queue-catalogue.ts';
import type { PanelHandlers } from '../../bus/serve.ts';

/** Answers what our own pages ask about mail that leaves in the background. */
export function queueHandlers(
  core: () => Promise<{ readonly queue: QueueBackend }>,
): Pick<PanelHandlers, keyof typeof queueRequests> {
  const queue = async () => (await core()).queue;
  return {
    queue: async () => (await queue()).queue(),
    'queue-entries': async (query) => (await queue()).entries(query),
    async 'queue-pause'({ group }) {
      await (await queue()).pause(group);
      return null;
    },
    async 'queue-resume'({ group }) {
      await (await queue()).resume(group);
      return null;
    },
    async 'queue-cancel'(what) {
      await (await queue()).cancel(what);
      return null;
    },
    async 'queue-send-next'({ mail }) {
      await (await queue()).sendNext(mail);
      return null;
    },
    async 'queue-decide'({ mail, has }) {
      await (await queue()).decide(mail, has);
      return null;
    },
    'group-sources': async () => (await queue()).sources(),
    'group-check': async ({ source, list }) => (await queue()).checkList(source, list),
    'group-preview': async ({ source, list, row }) => (await queue()).preview(source, list, row),
    'group-forecast': async ({ source, list }) => (await queue()).forecast(source, list),
    'group-start': async ({ source, list }) => (await queue()).start(source, list),
  };
}
