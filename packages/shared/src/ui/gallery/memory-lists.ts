import type { Deliverability } from '../../application/panel/deliverability.ts';
import type { IntroductionBackend } from '../../application/panel/introduction.ts';
import type { Suppression } from '../../application/panel/suppression.ts';
import type { UnmatchedNotice } from '../../application/panel/unmatched-notice.ts';

/** What the lists of a backend in memory begin with. */
export type ListsStart = {
  readonly suppressions?: readonly Suppression[];
  readonly notices?: readonly UnmatchedNotice[];
  readonly blockedDomains?: readonly string[];
};

type Lists = Omit<Deliverability, 'standing'> & Omit<IntroductionBackend, 'sendTestMail'>;

const report = `Postrider 0.1.0, Chrome 142
Resting since 14:02: compose window not recognised
Expected: div[role="dialog"] form input[name="subjectbox"], captured 2026-11-20
Found: <div role="dialog"><form><input name="xxxxxxx" aria-label="xxxxxxx"></form></div>`;

/** The lists in memory; what is asked of them is noted, and `tell` hears of changes. */
export function memoryLists(
  start: ListsStart,
  note: (what: string) => void,
  tell: () => void,
  clock: () => number,
): Lists {
  let suppressions = start.suppressions ?? [];
  let takenOff: Suppression | null = null;
  let notices = start.notices ?? [];
  const change = (what: string, act: () => void) => {
    note(what);
    act();
    tell();
  };
  const set = (id: string, part: Partial<UnmatchedNotice>) => {
    notices = notices.map((one) => (one.id === id ? { ...one, ...part } : one));
  };
  return {
    suppressions: async () => suppressions,
    suppress: async (address, why) =>
      change(`suppress ${address}: ${why}`, () => {
        const added: Suppression = {
          address,
          why,
          since: clock(),
          by: 'person',
          because: 'by-hand',
          eventId: null,
          status: 'suppressed',
        };
        suppressions = [added, ...suppressions.filter((one) => one.address !== address)];
      }),
    unsuppress: async (address, why = '') =>
      change(`unsuppress ${address}${why === '' ? '' : `: ${why}`}`, () => {
        takenOff = suppressions.find((one) => one.address === address) ?? null;
        suppressions = suppressions.filter((one) => one.address !== address);
      }),
    putBack: async (address) =>
      change(`put back ${address}`, () => {
        if (takenOff !== null) suppressions = [takenOff, ...suppressions];
      }),
    unmatched: async () => notices,
    matchNotice: async (id, sentEventId) => {
      change(`match ${id}`, () => set(id, { matched: { sentEventId, at: clock() } }));
      return { kind: 'matched' };
    },
    unmatchNotice: async (id) => change(`unmatch ${id}`, () => set(id, { matched: null })),
    dismissNotice: async (id) =>
      change(`dismiss ${id}`, () => {
        notices = notices.filter((one) => one.id !== id);
      }),
    sendGuard: async () => ({
      addresses: [],
      blockedDomains: start.blockedDomains ?? [],
      complete: true,
    }),
    guardFor: async () => [],
    recount: async () => note('recount'),
    endFirstRun: async () => note('endFirstRun'),
    healthReport: async () => report,
  };
}
