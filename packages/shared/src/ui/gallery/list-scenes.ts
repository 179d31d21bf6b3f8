import type { PanelBackend, PanelStatus } from '../../application/panel.ts';
import type { PanelHealth, RestingReason } from '../../application/panel/health.ts';
import type { IntroductionBackend } from '../../application/panel/introduction.ts';
import { branded } from '../../domain/brand.ts';
import { connectedStatus, type MemoryBackend, memoryBackend } from './memory-backend.ts';
import type { ListsStart } from './memory-lists.ts';
import { minute, morning, rep } from './sample-events.ts';
import { manySuppressions, sampleBudget, sampleNotices, suppressionsOf } from './sample-lists.ts';

type Given = {
  readonly status?: Partial<PanelStatus>;
  readonly lists?: ListsStart;
  readonly behave?: Partial<PanelBackend & IntroductionBackend>;
};

/** A scene over a rep's morning, with what is given in place of the usual. */
function over(given: (now: number) => Given): (now: number) => MemoryBackend {
  return (now) => {
    const events = morning(now);
    const { status = {}, lists = {}, behave = {} } = given(now);
    return memoryBackend({ ...connectedStatus(now), ...status }, events, behave, {
      suppressions: suppressionsOf(events),
      ...lists,
    });
  };
}

const resting = (reason: RestingReason) =>
  over((now) => {
    const health: PanelHealth = { kind: 'resting', since: now - 28 * minute, reason };
    return { status: { health } };
  });

const firstRun = (status: Partial<PanelStatus>) => (now: number) =>
  memoryBackend({ ...connectedStatus(now), lookedAt: null, firstRun: true, ...status }, []);

/** The states around the feed by name: first run, budget, suppression, notices to match, resting. */
export const listScenes = {
  consequences: over(() => ({})),
  'first-run': firstRun({
    connection: { kind: 'not-connected' },
    allowedDomains: ['acme.com', 'acme.de'],
    budget: null,
  }),
  'first-run-not-configured': firstRun({ connection: { kind: 'not-configured' }, budget: null }),
  'first-run-connected': firstRun({}),
  'budget-near': over((now) => ({ status: { budget: sampleBudget(now, 1730) } })),
  'budget-over': over((now) => ({ status: { budget: sampleBudget(now, 2000) } })),
  'budget-counting': over((now) => ({ status: { budget: sampleBudget(now, 420, false) } })),
  'budget-unknown': over(() => ({ status: { budget: null } })),
  'sending-gate': over((now) => ({
    status: {
      budget: sampleBudget(now, 2000),
      sendingGate: {
        until: now + 90 * minute,
        named: true,
        raisedAt: now - 5 * minute,
        refusals: 1,
        evidenceId: branded('notice-gate'),
      },
    },
  })),
  suppressed: over((now) => ({
    lists: {
      suppressions: manySuppressions(412, now),
      blockedDomains: ['rival.example', 'gov.example'],
    },
  })),
  'suppressed-none': over(() => ({ lists: { suppressions: [] } })),
  unmatched: over((now) => ({ status: { unmatched: 2 }, lists: { notices: sampleNotices(now) } })),
  'match-gone': over((now) => ({
    status: { unmatched: 2 },
    lists: { notices: sampleNotices(now) },
    behave: { matchNotice: async () => ({ kind: 'gone' }) },
  })),
  resting: resting('compose-not-recognised'),
  'resting-send': resting('send-not-seen'),
  'resting-sync': resting('sync-changed'),
  'resting-delegated': resting('delegated'),
  'resting-offline': resting('offline-account'),
  'storage-full': over(() => ({ status: { storage: 'full' } })),
  'storage-lost': over(() => ({ status: { storage: 'lost' } })),
  'not-allowed': over(() => ({
    status: { connection: { kind: 'not-allowed', account: rep }, budget: null },
  })),
  'test-mail-stopped': over((now) => ({
    behave: {
      feed: async () => [],
      sendTestMail: async () => ({
        kind: 'failed',
        failure: { kind: 'rate-limited', retryAt: now + 90 * minute, limit: 'sending' },
      }),
    },
  })),
} satisfies Record<string, (now: number) => MemoryBackend>;
