import type { RestingReason } from '@postrider/shared/application/panel/health';

import { failedExpectations } from '../gmail-selectors.ts';
import { censoredHtml } from './censored-html.ts';
import { nothingSeen, type PageFacts } from './page-facts.ts';

/** Which program told of a send. */
export type Witness = 'inboxsdk' | 'traffic' | 'window';

/** Keeps what is seen in one tab, and tells when its health changes. */
export type PageHealth = {
  facts(): PageFacts;
  inboxSdk(state: PageFacts['inboxSdk']): void;
  watcherInPlace(): void;
  recognised(): void;
  /** A compose window that nobody knows; it is kept for the report as long as it is open. */
  unrecognised(root: Element): void;
  trafficRead(): void;
  /** An answer could be read, too: what is sent from here on can be followed by the traffic alone. */
  answerRead(): void;
  trafficUnreadable(where: string): void;
  /** A mail is followed by this one's word. */
  followed(by: Witness): void;
  /** A mail has left, and nothing that can be built on told of it. */
  missed(): void;
  disagreed(): void;
};

/** Starts with a tab of which nothing is known. `tell` hears why the tab rests, null = it does not, and the report for an admin. */
export function createPageHealth(
  tell: (reason: RestingReason | null, report: string) => void,
  about: { readonly version: string; readonly delegated: boolean },
): PageHealth {
  let facts = nothingSeen;
  let unknownWindow: WeakRef<Element> | null = null;
  let lastWhere = '';
  let told = '';

  const update = (change: Partial<PageFacts>) => {
    facts = { ...facts, ...change };
    const reason = about.delegated ? 'delegated' : facts.fault;
    const worth = `${reason} ${facts.disagreements}`;
    if (worth === told) return;
    told = worth;
    // Of a tab that is well an admin needs to know only that its witnesses contradict each other.
    tell(reason, reason === null && facts.disagreements === 0 ? '' : report());
  };
  const report = () =>
    [
      JSON.stringify({ ...about, ...facts, lastWhere }, null, 1),
      ...(unknownWindow?.deref() ? [describe(unknownWindow.deref())] : []),
    ].join('\n');

  return {
    facts: () => facts,
    inboxSdk: (inboxSdk) => update({ inboxSdk }),
    watcherInPlace: () => update({ watcher: true }),
    recognised() {
      const windows = { ...facts.windows, recognised: facts.windows.recognised + 1 };
      update({ windows, ...(isAbout(facts, 'compose-not-recognised') ? { fault: null } : {}) });
    },
    unrecognised(root) {
      unknownWindow = new WeakRef(root);
      const windows = { ...facts.windows, unrecognised: facts.windows.unrecognised + 1 };
      // Where the traffic can be read to its end, mail is followed without the window.
      update({
        windows,
        ...(canFollowByTraffic(facts) ? {} : { fault: 'compose-not-recognised' }),
      });
    },
    trafficRead() {
      update({ traffic: { ...facts.traffic, read: facts.traffic.read + 1 } });
    },
    answerRead() {
      const traffic = { ...facts.traffic, answers: facts.traffic.answers + 1 };
      update({ traffic, ...(isAbout(facts, 'compose-not-recognised') ? { fault: null } : {}) });
    },
    trafficUnreadable(where) {
      lastWhere = where;
      update({ traffic: { ...facts.traffic, unreadable: facts.traffic.unreadable + 1 } });
    },
    followed(by) {
      const name = ({ inboxsdk: 'byInboxSdk', traffic: 'byTraffic', window: 'byWindow' } as const)[
        by
      ];
      update({ sends: { ...facts.sends, [name]: facts.sends[name] + 1 }, fault: null });
    },
    missed: () =>
      update({ fault: facts.traffic.unreadable > 0 ? 'sync-changed' : 'send-not-seen' }),
    disagreed: () => update({ disagreements: facts.disagreements + 1 }),
  };
}

/** Whether a mail that is sent now would be followed even if nobody knew its window. */
export function canFollowByTraffic({ traffic }: PageFacts): boolean {
  return traffic.answers > 0;
}

function isAbout(facts: PageFacts, fault: PageFacts['fault']): boolean {
  return facts.fault === fault;
}

function describe(root: Element | undefined): string {
  if (root === undefined) return '';
  return [`Not as expected: ${failedExpectations(root).join(', ')}`, censoredHtml(root)].join('\n');
}
