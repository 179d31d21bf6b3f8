import type { QueueEntry, QueueView } from '../../application/panel/queue.ts';
import type { OutboxState, PauseCause } from '../../application/ports/outbox.ts';
import { branded } from '../../domain/brand.ts';
import type { GroupId } from '../../domain/ids.ts';
import { forGroupMail, planLimitsFor } from '../../domain/sending/plan-limits.ts';
import { type MemoryQueue, memoryQueue, type QueueStart } from './memory-queue.ts';
import { minute } from './sample-events.ts';
import { preparing } from './sample-group-mail.ts';

const prices: GroupId = branded('group-1');
const fair: GroupId = branded('group-2');
const forever = new Promise<never>(() => {});
const noAnswer = () => Promise.reject(new Error('no answer'));

const limits: QueueView['limits'] = planLimitsFor('workspace').map((limit) => ({
  id: limit.id,
  counts: limit.counts,
  windowMs: limit.windowMs,
  max: forGroupMail(limit),
  kept: limit.layer === 'provider' ? (limit.reserve ?? 0) : 0,
  layer: limit.layer,
}));

const people = [
  ['kim.lee@globex.com', 'Kim Lee'],
  ['lou.park@hooli.example', 'Lou Park'],
  ['sam.ode@initech.com', 'Sam Ode'],
  ['info@umbrella.example', ''],
  ['layla@example.com', 'ليلى حسن'],
] as const;

/** So many mails of a group, six seconds apart from an instant on; those from `tomorrowFrom` on leave a day later. */
function manyMails(
  count: number,
  from: number,
  given: {
    readonly group?: GroupId;
    readonly tomorrowFrom?: number;
    readonly state?: OutboxState;
    readonly because?: string;
    readonly planned?: boolean;
  } = {},
): readonly QueueEntry[] {
  const {
    group = prices,
    tomorrowFrom = count,
    state = { kind: 'waiting' },
    because,
    planned = true,
  } = given;
  return Array.from({ length: count }, (_, at): QueueEntry => {
    const [address, name] = people[at % people.length] ?? people[0];
    const first = at < people.length;
    const late = at >= tomorrowFrom;
    return {
      mailId: branded(`${group}-${state.kind}-${at}`),
      groupId: group,
      address: first ? address : `person${at}@example.com`,
      name: first ? name : `Person ${at}`,
      state,
      plannedAt:
        planned && state.kind === 'waiting' ? from + at * 6000 + (late ? 1440 * minute : 0) : null,
      because:
        planned && state.kind === 'waiting' ? [because ?? (late ? 'bulk.day' : 'bulk.min')] : [],
    };
  });
}

type Given = (now: number) => QueueStart;

const scene = (given: Given) => (now: number) => memoryQueue({ limits, ...given(now) });

const running: Given = (now) => ({
  groups: [{ id: prices, subject: 'Our prices from January', state: { kind: 'running' } }],
  entries: [
    ...manyMails(48, now + minute, { tomorrowFrom: 40 }),
    ...manyMails(152, now, { state: { kind: 'sent', id: null, at: now - 20 * minute } }),
  ],
});

const paused =
  (by: PauseCause): Given =>
  (now) => ({
    groups: [{ id: prices, subject: 'Our prices from January', state: { kind: 'paused', by } }],
    entries: manyMails(48, now, { planned: false }),
  });

/** The states of the queue by name; each gives a backend of the queue that is in it. */
export const queueScenes = {
  queue: scene(running),
  'queue-long': scene((now) => ({
    ...running(now),
    entries: manyMails(10_000, now + minute, { tomorrowFrom: 1500 }),
  })),
  'queue-empty': scene(() => ({})),
  'queue-loading': scene(() => ({ behave: { queue: () => forever } })),
  'queue-failed': scene(() => ({ behave: { queue: noAnswer } })),
  'queue-paused': scene(paused('person')),
  'queue-paused-by-admin': scene(paused('admin')),
  'queue-paused-for-bounces': scene(paused('bounces')),
  'queue-source-gone': scene(paused('source-gone')),
  'queue-source-changed': scene(paused('source-changed')),
  'queue-elsewhere': scene((now) => ({
    ...running(now),
    standing: { kind: 'elsewhere', freeAt: now + 4 * minute },
  })),
  'queue-gate': scene((now) => ({
    ...running(now),
    standing: { kind: 'gate', until: now + 90 * minute },
  })),
  'queue-trouble': scene((now) => ({ ...running(now), standing: { kind: 'trouble' } })),
  'queue-unsure': scene((now) => ({
    ...running(now),
    entries: [
      ...manyMails(2, now, { state: { kind: 'unsure', since: now - 12 * minute } }),
      ...(running(now).entries ?? []),
    ],
  })),
  'queue-unknown-limit': scene((now) => ({
    ...running(now),
    entries: manyMails(5, now, { because: 'z.new' }),
  })),
  'queue-ended': scene((now) => ({
    groups: [
      { id: prices, subject: 'Our prices from January', state: { kind: 'running' } },
      { id: fair, subject: 'See you at the fair', state: { kind: 'cancelled' } },
    ],
    entries: [
      ...manyMails(196, now, { state: { kind: 'sent', id: null, at: now - 20 * minute } }),
      ...manyMails(4, now, {
        state: { kind: 'refused', reason: 'Address suppressed: it bounced (550 5.1.1)' },
      }),
      ...manyMails(12, now, {
        group: fair,
        state: { kind: 'sent', id: null, at: now - 90 * minute },
      }),
      ...manyMails(30, now, { group: fair, state: { kind: 'cancelled', by: 'person' } }),
    ],
  })),
  'group-mail-no-drafts': scene(() => ({ behave: { sources: async () => [] } })),
  'group-mail-drafts-failed': scene(() => ({ behave: { sources: noAnswer } })),
  'group-mail-nobody': scene(() => ({
    behave: {
      checkList: async () => ({ columns: [], addressColumn: '', good: 0, faults: [], cut: false }),
    },
  })),
  'group-mail-check-failed': scene(() => ({ behave: { checkList: noAnswer } })),
  'group-mail-cut': scene(() => ({
    behave: {
      checkList: async (source, list) => ({
        ...(await preparing([]).checkList(source, list)),
        good: 10_000,
        cut: true,
      }),
    },
  })),
  'group-mail-source-gone': scene(() => ({
    behave: { preview: async () => null, start: async () => ({ kind: 'source-gone' }) },
  })),
  'group-mail-unreachable': scene(() => ({ behave: { start: noAnswer } })),
} satisfies Record<string, (now: number) => MemoryQueue>;
