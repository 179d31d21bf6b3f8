import type { CallName } from './calls.ts';
import type { ClientName } from './clients.ts';
import type { CallFault, FieldDefect, SignInAnswer } from './defects.ts';
import type { HostSettings } from './page-facts.ts';

/** Where an add-in's page runs: its pane, the hidden page of events and ribbon functions. */
export type FrameKind = 'pane' | 'runtime';

/** A call that an add-in has made of Outlook. */
export type CallRecord = {
  /** Epoch ms. */
  readonly at: number;
  /** Whose mailbox. */
  readonly mailbox: string;
  readonly frame: FrameKind;
  readonly name: CallName | 'unknown';
};

/** Something that happened in the page. */
export type HostEvent = {
  readonly at: number;
  readonly mailbox: string;
} & HostEventDetails;

/** What an event of the page may be. */
export type HostEventDetails =
  | {
      /** A function of the add-in was started: by an event, or by a button (type `button`). */
      readonly kind: 'launch';
      readonly type: string;
      readonly functionName: string;
      readonly outcome: 'completed' | 'timed out' | 'not loaded' | 'unknown function' | 'stopped';
      readonly tookMs: number;
      /** What the handler handed to `event.completed`, where it did. */
      readonly completed: unknown;
    }
  /** A Smart Alert was shown and answered. */
  | { readonly kind: 'alert'; readonly text: string; readonly answer: string }
  /** Send was carried out; `asked` by the Send button or by sendAsync. */
  | { readonly kind: 'send'; readonly asked: 'button' | 'sendAsync'; readonly result: string }
  | { readonly kind: 'pane'; readonly what: 'opened' | 'closed' | 'pinned' };

/** What a test or a person may change of Outlook, and what it has seen. */
export type OutlookControls = {
  /** Which Outlook the pages loaded next play. */
  client: ClientName;
  readonly settings: HostSettings;
  /** What is broken, from now on. */
  readonly defects: Set<FieldDefect>;
  /** How signing in through the host ends, from now on. */
  signIn: SignInAnswer;
  readonly calls: readonly CallRecord[];
  readonly events: readonly HostEvent[];
  /** Lets something else stand in for the answer to the next calls of this name; `times` is 1 unless given. */
  failNext(name: CallName, fault: CallFault, times?: number): void;
  /** What add-ins keep for a mailbox (roamingSettings), by key, each value as JSON text. */
  roamingOf(address: string): Readonly<Record<string, string>>;
  /** Keeps all of that anew; a frame that is loaded already does not see it. */
  saveRoaming(address: string, settings: Readonly<Record<string, string>>): void;
};

/** The controls as the host itself uses them. */
export type OwnControls = OutlookControls & {
  note(event: HostEvent): void;
  /** Keeps a call and gives what is to stand in for its answer. */
  noteCall(call: CallRecord): CallFault | null;
};

const usualSettings: HostSettings = {
  warnAfterMs: 5000,
  timeoutMs: 300_000,
  autosaveMs: 700,
  deployment: 'admin',
  newMail: 'html',
  direction: 'ltr',
};

/** Controls with nothing broken and nothing seen. */
export function createControls(): OwnControls {
  const calls: CallRecord[] = [];
  const events: HostEvent[] = [];
  const roaming = new Map<string, Readonly<Record<string, string>>>();
  const waiting: { readonly name: CallName; readonly fault: CallFault; left: number }[] = [];
  return {
    client: 'web',
    settings: { ...usualSettings },
    defects: new Set(),
    signIn: 'works',
    calls,
    events,
    failNext: (name, fault, times = 1) => {
      waiting.push({ name, fault, left: times });
    },
    roamingOf: (address) => roaming.get(address) ?? {},
    note: (event) => {
      events.push(event);
    },
    noteCall: (call) => {
      calls.push(call);
      const entry = waiting.find(({ name, left }) => name === call.name && left > 0);
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.fault;
    },
    saveRoaming: (address, settings) => {
      roaming.set(address, settings);
    },
  };
}
