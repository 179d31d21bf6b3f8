import type { PanelStatus } from '@postrider/shared/application/panel';

import type { PanelHandlers } from '../bus/serve.ts';
import { type Core, NewerData } from './core.ts';
import { readTabHealth } from './health/tab-health.ts';
import { firstRunDue } from './introduction/first-run.ts';
import { isLossTold } from './lost-storage.ts';
import { openMail } from './open-mail.ts';

/** Answers the panel. `panelSeen` hears that the rep has it in front. */
export function panelHandlers(
  core: () => Promise<Core>,
  panelSeen: () => void,
): Pick<PanelHandlers, 'status' | 'feed' | 'connect' | 'disconnect' | 'look-now' | 'open-mail'> {
  return {
    async status() {
      panelSeen();
      const [status, due, isLost, { health }] = await Promise.all([
        core().then(({ panel }) => panel.status(), statusOfNewerData),
        firstRunDue(),
        isLossTold(Date.now()),
        readTabHealth(),
      ]);
      return {
        ...(isLost ? { storage: 'lost' as const } : {}),
        ...status,
        health,
        ...(due ? { firstRun: true as const } : {}),
      };
    },
    feed: async (query) => (await core()).panel.feed(query),
    connect: async () => (await core()).panel.connect(),
    async disconnect() {
      await (await core()).panel.disconnect();
      return null;
    },
    async 'look-now'() {
      await (await core()).panel.lookNow();
      return null;
    },
    async 'open-mail'({ account, threadId }) {
      await openMail(account, threadId);
      return null;
    },
  };
}

/** What the panel shows where a newer version wrote the data; any other failure is passed on. */
function statusOfNewerData(error: unknown): PanelStatus {
  if (!(error instanceof NewerData)) throw error;
  return {
    connection: { kind: 'not-connected' },
    allowedDomains: [],
    lookedAt: null,
    looking: false,
    problem: null,
    leaving: [],
    budget: null,
    sendingGate: null,
    unmatched: 0,
    storage: 'newer',
  };
}
