import type { ComposeItem, Done, InfobarMessage } from '../compose-item.ts';
import type { World } from '../world.ts';

/** How a call of a played Outlook goes wrong. `absent`: this Outlook does not know it. */
export type Fault = 'never-answers' | 'fails' | 'throws' | 'absent';

/** What stands in the compose window at the beginning. */
export type Played = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly from: string;
  /** Whose mailbox, where it is shared. */
  readonly owner: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly session: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly bodyType: string;
  /** Epoch ms; 0 = none, as Outlook has it. */
  readonly leavesAt: number;
  /** Newest Mailbox requirement set. */
  readonly set: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly now: number;
  readonly faults: Readonly<Record<string, Fault>>;
};

/** What the functions did to it. */
export type PlayedState = {
  headers: Record<string, string>;
  session: Record<string, string>;
  properties: Record<string, string>;
  appended: string | null;
  readonly infobar: Map<string, InfobarMessage>;
  sendsAsked: number;
  /** Names of the calls, in order. */
  readonly calls: string[];
};

const usual: Played = {
  to: [],
  cc: [],
  bcc: [],
  from: 'eva@adatum.example',
  owner: null,
  headers: {},
  session: {},
  properties: {},
  bodyType: 'html',
  leavesAt: 0,
  set: '1.16',
  settings: {},
  now: Date.UTC(2026, 10, 24, 9),
  faults: {},
};

/** An Outlook with one mail in its compose window, for tests. Timers run at once when nothing else is left to do. */
export function playOutlook(changes: Partial<Played> = {}): {
  readonly world: World;
  readonly state: PlayedState;
} {
  const played = { ...usual, ...changes };
  const state: PlayedState = {
    headers: { ...played.headers },
    session: { ...played.session },
    properties: { ...played.properties },
    appended: null,
    infobar: new Map(),
    sendsAsked: 0,
    calls: [],
  };
  const answer = <Value>(name: string, done: Done<Value>, value: () => Value) => {
    state.calls.push(name);
    const fault = played.faults[name];
    if (fault === 'throws') throw new Error(`${name} is not allowed here`);
    if (fault === 'never-answers') return;
    const given = value();
    queueMicrotask(() =>
      done(
        fault === 'fails'
          ? { status: 'failed', value: given, error: { code: 9021 } }
          : { status: 'succeeded', value: given, error: null },
      ),
    );
  };
  const knows = (name: string) => played.faults[name] !== 'absent';
  const write = (name: string, done: Done<unknown>, change: () => void) =>
    answer<unknown>(name, done, () => (played.faults[name] === 'fails' ? undefined : change()));
  const field = (name: 'to' | 'cc' | 'bcc') =>
    knows(`${name}.getAsync`)
      ? {
          [name]: {
            getAsync: (done: Done<readonly { emailAddress: string }[]>) =>
              answer(`${name}.getAsync`, done, () =>
                played[name].map((emailAddress) => ({ emailAddress })),
              ),
          },
        }
      : {};
  const item: ComposeItem = {
    ...field('to'),
    ...field('cc'),
    ...field('bcc'),
    from: {
      getAsync: (done) => answer('from.getAsync', done, () => ({ emailAddress: played.from })),
    },
    body: {
      getTypeAsync: (done) => answer('body.getTypeAsync', done, () => played.bodyType),
      appendOnSendAsync: (text, _how, done) =>
        write('body.appendOnSendAsync', done, () => {
          state.appended = text;
        }),
    },
    ...(knows('internetHeaders')
      ? {
          internetHeaders: {
            getAsync: (_names, done) =>
              answer('internetHeaders.getAsync', done, () => ({ ...state.headers })),
            setAsync: (headers, done) =>
              write('internetHeaders.setAsync', done, () => {
                state.headers = { ...state.headers, ...headers };
              }),
            removeAsync: (_names, done) =>
              write('internetHeaders.removeAsync', done, () => {
                state.headers = {};
              }),
          },
        }
      : {}),
    ...(knows('sessionData')
      ? {
          sessionData: {
            getAllAsync: (done) =>
              answer<unknown>('sessionData.getAllAsync', done, () => ({ ...state.session })),
            setAsync: (name, value, done) =>
              write('sessionData.setAsync', done, () => {
                state.session[name] = value;
              }),
          },
        }
      : {}),
    notificationMessages: {
      replaceAsync: (key, message, done) =>
        write('notificationMessages.replaceAsync', done, () => {
          state.infobar.set(key, message);
        }),
      removeAsync: (key, done) =>
        write('notificationMessages.removeAsync', done, () => {
          state.infobar.delete(key);
        }),
    },
    delayDeliveryTime: {
      getAsync: (done) =>
        answer<unknown>('delayDeliveryTime.getAsync', done, () => played.leavesAt),
    },
    loadCustomPropertiesAsync: (done) =>
      answer('loadCustomPropertiesAsync', done, () => ({
        get: (name) => state.properties[name],
        set: (name, value) => {
          state.properties[name] = value;
        },
        saveAsync: (saved) => answer<unknown>('customProperties.saveAsync', saved, () => null),
      })),
    getSharedPropertiesAsync: (done) => {
      if (played.owner === null) {
        done({ status: 'failed', value: {}, error: { code: 9018 } });
      } else {
        done({ status: 'succeeded', value: { owner: played.owner } });
      }
    },
    ...(knows('sendAsync')
      ? {
          sendAsync: (done) =>
            write('sendAsync', done, () => {
              state.sendsAsked += 1;
            }),
        }
      : {}),
  };
  const world: World = {
    item,
    ownAddress: 'eva@adatum.example',
    setting: (key) => played.settings[key],
    supports: (set) => Number(set.slice(2)) <= Number(played.set.slice(2)),
    now: () => played.now,
    after: (_ms, run) => {
      const timer = setTimeout(run, 0);
      return () => clearTimeout(timer);
    },
    randomBytes: () => Uint8Array.from({ length: 16 }, (_none, index) => index),
  };
  return { world, state };
}
