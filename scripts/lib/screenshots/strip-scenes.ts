import type {
  ComposeStanding,
  ComposeState,
} from '../../../packages/gmail-extension/src/bus/page-catalogue.ts';
import type { StripState } from '../../../packages/gmail-extension/src/content/gmail-page/strip/strip-view.ts';

/** The instant at which all pictures are taken, epoch ms. */
const now = Date.parse('2026-11-23T14:30:00Z');
const hourMs = 3_600_000;
const max = 2000;
const account = 'ana@acme.example';
const dana = 'dana@initech.example';

/** A strip to take a picture of: what is known of its window, or that nobody knows the window. */
export type StripScene =
  | { readonly kind: 'strip'; readonly state: StripState }
  | { readonly kind: 'unrecognised'; readonly followed: boolean };

const other = { kind: 'other-account', connected: account, mayConnect: true } as const;

const suppressed = {
  address: dana,
  obstacle: {
    kind: 'suppressed',
    because: 'bounced',
    by: 'product',
    since: now - 50 * 24 * hourMs,
    why: '550 5.1.1 No such user',
  },
} as const;

const blocked = {
  address: 'max@sales.rival.example',
  obstacle: { kind: 'blocked-domain', domain: 'rival.example' },
} as const;

/** Every scene, by the name of its picture. */
export const stripScenes: Readonly<Record<string, StripScene>> = {
  'strip-follow': strip({}),
  'strip-not-followed': strip({ follow: false }),
  'strip-budget-near': strip({ answer: answered({ kind: 'ready' }, 1788) }),
  'strip-budget-over': strip({ answer: answered({ kind: 'ready' }, max) }),
  'strip-suppressed': strip({ refused: [suppressed] }),
  'strip-suppressed-why': strip({ refused: [suppressed], question: { kind: 'why-anyway' } }),
  'strip-blocked': strip({ refused: [blocked] }),
  'strip-on-hold': strip({
    doubtful: [{ address: dana, obstacle: { kind: 'on-hold', since: now, why: '' } }],
  }),
  'strip-not-connected': strip({ answer: answered({ kind: 'not-connected' }) }),
  'strip-reconnect': strip({ answer: answered({ kind: 'reconnect-needed' }) }),
  'strip-other-account': strip({ account: 'ben@acme.example', answer: answered(other) }),
  'strip-switch': strip({
    account: 'ben@acme.example',
    answer: answered(other),
    question: { kind: 'switch' },
  }),
  'strip-delegated': strip({ delegated: true }),
  'strip-confidential': strip({ kind: 'confidential' }),
  'strip-mail-merge': strip({ kind: 'mail-merge' }),
  'strip-own-server': strip({ from: 'ana@trade.example' }),
  'strip-outdated': strip({ answer: { kind: 'outdated' } }),
  'strip-resting': { kind: 'unrecognised', followed: false },
  'strip-by-traffic': { kind: 'unrecognised', followed: true },
};

function strip(change: Partial<StripState>): StripScene {
  const state: StripState = {
    answer: answered({ kind: 'ready' }),
    follow: true,
    delegated: false,
    kind: 'usual',
    from: null,
    refused: [],
    doubtful: [],
    stuck: false,
    account,
    question: { kind: 'none' },
    now,
    ...change,
  };
  return { kind: 'strip', state };
}

function answered(standing: ComposeStanding, used = 588): StripState['answer'] {
  const left = max - used;
  const budget: ComposeState['budget'] = {
    limitId: 'g.msg',
    counts: 'messages',
    max,
    used,
    left,
    windowMs: 24 * hourMs,
    complete: true,
    nextFreesAt: now + hourMs,
    nextFrees: 12,
    countedAt: now,
    source: { name: 'Google Workspace', date: '2026-09-18' },
    warn: left === 0 ? 'over' : left <= max / 5 ? 'near' : 'none',
  };
  const ownServerAliases = ['ana@trade.example'];
  return { kind: 'ok', value: { standing, follow: true, budget, ownServerAliases } };
}
