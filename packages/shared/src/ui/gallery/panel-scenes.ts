import type { PanelBackend, PanelStatus } from '../../application/panel.ts';
import type { FollowedMail } from '../../application/ports/followed-mails.ts';
import type { CallFailure } from '../../application/ports/outcome.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { branded } from '../../domain/brand.ts';
import { mailboxAddress } from '../../domain/ids.ts';
import { hostileEvents } from './hostile-events.ts';
import { connectedStatus, type MemoryBackend, memoryBackend } from './memory-backend.ts';
import { minute, morning, person, rep, sampleEvent } from './sample-events.ts';

const forever = new Promise<never>(() => {});

/** A mail that Undo may still take back. */
export function leavingMail(now: number): FollowedMail {
  return {
    mailbox: rep,
    mailId: branded('BBBBBBBBBBBBBBBBBBBBBB'),
    draftKey: 'msg-a:r1',
    follow: true,
    state: 'leaving',
    changedAt: now - 3000,
    threadId: null,
    mailboxMessageId: null,
    messageId: null,
    recipients: ['kim.lee@globex.com', 'dana.reyes@globex.com'],
    subject: 'Following up on Tuesday',
  };
}

/** As many events as asked for, one every ten minutes back from `now`. */
export function manyEvents(count: number, now: number): readonly MailEvent[] {
  return Array.from({ length: count }, (_, at) => {
    const who = person(`person${at}@example.com`, `Person ${at}`);
    const given = { occurredAt: now - at * 10 * minute, person: who, subject: `Subject ${at}` };
    return at % 3 === 0
      ? sampleEvent({ kind: 'replied' }, given)
      : sampleEvent({ kind: 'sent', recipients: [who] }, given);
  });
}

type Scene = (now: number) => MemoryBackend;

function scene(
  status: Partial<PanelStatus>,
  events: (now: number) => readonly MailEvent[] = () => [],
  behave: Partial<PanelBackend> = {},
): Scene {
  return (now) => memoryBackend({ ...connectedStatus(now), ...status }, events(now), behave);
}

const withProblem = (problem: CallFailure) => scene({ problem }, morning);
const notConnected: Partial<PanelStatus> = {
  connection: { kind: 'not-connected' },
  allowedDomains: ['acme.com', 'acme.de'],
  lookedAt: null,
};

/** Every state of the panel by name; each gives a backend that is in it. */
export const panelScenes = {
  feed: scene({}, morning),
  hostile: scene({}, hostileEvents),
  leaving: (now: number) =>
    memoryBackend({ ...connectedStatus(now), leaving: [leavingMail(now)] }, morning(now)),
  long: scene({}, (now) => manyEvents(100_000, now)),
  empty: scene({}),
  loading: scene({}, () => [], { feed: () => forever }),
  looking: scene({ looking: true }, morning),
  failed: scene({}, () => [], { feed: () => Promise.reject(new Error('no feed')) }),
  unreachable: scene({}, () => [], { status: () => Promise.reject(new Error('no answer')) }),
  offline: withProblem({ kind: 'unknown', cause: 'offline' }),
  timeout: withProblem({ kind: 'unknown', cause: 'timeout' }),
  'server-error': withProblem({ kind: 'unknown', cause: 'server-error' }),
  'malformed-answer': withProblem({ kind: 'unknown', cause: 'malformed-answer' }),
  refused: withProblem({ kind: 'refused', reason: 'Mail service not enabled', recipients: [] }),
  'rate-limited': (now: number) =>
    withProblem({ kind: 'rate-limited', retryAt: now + 4 * minute, limit: 'requests' })(now),
  unreadable: scene({ unreadable: 3 }, morning),
  'not-configured': scene({ connection: { kind: 'not-configured' }, lookedAt: null }),
  'not-connected': scene(notConnected),
  cancelled: scene(notConnected, () => [], { connect: async () => ({ kind: 'cancelled' }) }),
  'domain-not-allowed': scene(notConnected, () => [], {
    connect: async () => ({
      kind: 'domain-not-allowed',
      account: 'ana.private@gmail.com',
      allowedDomains: ['acme.com', 'acme.de'],
    }),
  }),
  'other-account': scene({}, morning, {
    connect: async () => ({
      kind: 'other-account',
      account: 'kim@acme.com',
      connected: mailboxAddress('ana@acme.com'),
    }),
  }),
  'reconnect-needed': scene(
    {
      connection: { kind: 'reconnect-needed', account: rep },
      problem: { kind: 'reconnect-needed', cause: 'revoked' },
    },
    morning,
  ),
} satisfies Record<string, Scene>;
