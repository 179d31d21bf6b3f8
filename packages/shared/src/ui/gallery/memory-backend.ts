import type { PanelBackend, PanelStatus } from '../../application/panel.ts';
import type { IntroductionBackend } from '../../application/panel/introduction.ts';
import { addressStanding } from '../../domain/analytics/address-standing.ts';
import type { MailEvent } from '../../domain/analytics/event.ts';
import { type ListsStart, memoryLists } from './memory-lists.ts';
import { rep } from './sample-events.ts';
import { sampleBudget, sampleTestMail } from './sample-lists.ts';

type Backend = PanelBackend & IntroductionBackend;

/** A panel backend in memory, and how to play the mailbox behind it. */
export type MemoryBackend = Backend & {
  /** Puts events into the feed and says so. */
  arrive(events: readonly MailEvent[]): void;
  change(status: Partial<PanelStatus>): void;
  /** What was asked of it, in order: "connect", "openMail thread-3" … */
  readonly asked: readonly string[];
};

/** Status of a connected mailbox that was looked at a minute before `now`. */
export function connectedStatus(now: number): PanelStatus {
  return {
    connection: { kind: 'connected', account: rep },
    allowedDomains: [],
    lookedAt: now - 60_000,
    looking: false,
    problem: null,
    leaving: [],
    budget: sampleBudget(now, 588),
    sendingGate: null,
    unmatched: 0,
  };
}

/** Makes a backend. What is given in `behave` replaces how it answers. */
export function memoryBackend(
  startStatus: PanelStatus,
  startEvents: readonly MailEvent[],
  behave: Partial<Backend> = {},
  lists: ListsStart = {},
): MemoryBackend {
  let status = startStatus;
  let events = newestFirst(startEvents);
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const note = (what: string): void => {
    asked.push(what);
  };

  return {
    ...memoryLists(lists, note, tell, () => startStatus.lookedAt ?? 0),
    status: async () => status,
    standing: async (address) =>
      addressStanding(
        events.filter((event) => event.person.address === address),
        status.lookedAt ?? 0,
      ),
    feed: async ({ kinds, text, from, before, limit }) => {
      const superseded = new Set(events.map((event) => event.supersedes));
      const wanted = text?.toLowerCase();
      return events
        .filter((event) => !superseded.has(event.id))
        .filter((event) => kinds === undefined || kinds.includes(event.kind))
        .filter((event) => from === undefined || event.occurredAt >= from)
        .filter((event) => wanted === undefined || searchable(event).includes(wanted))
        .filter((event) => before === undefined || isOlder(event, before))
        .slice(0, limit);
    },
    connect: async () => {
      note('connect');
      status = { ...status, connection: { kind: 'connected', account: rep }, problem: null };
      tell();
      return { kind: 'connected', account: rep };
    },
    disconnect: async () => {
      note('disconnect');
      status = { ...status, connection: { kind: 'not-connected' } };
      tell();
    },
    lookNow: async () => {
      note('lookNow');
    },
    sendTestMail: async ({ subject }) => {
      note(`sendTestMail ${subject}`);
      status = { ...status, leaving: [sampleTestMail(status.lookedAt ?? 0, subject)] };
      tell();
      return { kind: 'sent' };
    },
    openMail: (mail) => note(`openMail ${mail.threadId}`),
    openSettings: () => note('openSettings'),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...behave,
    arrive: (more) => {
      events = newestFirst([...events, ...more]);
      tell();
    },
    change: (part) => {
      status = { ...status, ...part };
      tell();
    },
    asked,
  };
}

type Place = Pick<MailEvent, 'occurredAt' | 'id'>;

function isOlder(event: Place, than: Place): boolean {
  if (event.occurredAt !== than.occurredAt) return event.occurredAt < than.occurredAt;
  return event.id < than.id;
}

function newestFirst(events: readonly MailEvent[]): readonly MailEvent[] {
  return events.toSorted((a, b) => (isOlder(a, b) ? 1 : -1));
}

function searchable(event: MailEvent): string {
  return `${event.person.name} ${event.person.address} ${event.subject}`.toLowerCase();
}
