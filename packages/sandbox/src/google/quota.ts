const MINUTE_MS = 60_000;
/** Coming back too early costs this much more waiting. */
const PENALTY_MS = 5_000;

/** What one user may ask of the API; may be changed while it runs. */
export type Limits = {
  /** Projects made since May 2026 have 6,000, older ones 15,000 (facts of Google's quota page). */
  unitsPerMinute: number;
  /** Requests at the same moment. Google does not publish it: chunks of ten are said to pass. */
  concurrent: number;
};

/** Whether a request may pass. */
type Admission =
  | { readonly kind: 'admitted'; release(): void }
  | { readonly kind: 'too-many-at-once' }
  | { readonly kind: 'over-quota'; readonly retryAt: number };

/** Google's two per-user limits. */
export type Quota = {
  readonly limits: Limits;
  admit(address: string, units: number): Admission;
};

type Usage = { spent: { at: number; units: number }[]; running: number; blockedUntil: number };

/** Counts units over a rolling minute of the clock, and requests under way. */
export const createQuota = (clock: () => number): Quota => {
  const limits: Limits = { unitsPerMinute: 6_000, concurrent: 16 };
  const users = new Map<string, Usage>();

  const usageOf = (address: string): Usage => {
    const usage = users.get(address) ?? { spent: [], running: 0, blockedUntil: 0 };
    users.set(address, usage);
    usage.spent = usage.spent.filter(({ at }) => at > clock() - MINUTE_MS);
    return usage;
  };

  /** When enough of what was spent has left the window. */
  const freeAt = (usage: Usage, units: number): number => {
    let sum = usage.spent.reduce((total, entry) => total + entry.units, units);
    let at = clock();
    for (const entry of usage.spent) {
      if (sum <= limits.unitsPerMinute) break;
      sum -= entry.units;
      at = entry.at + MINUTE_MS;
    }
    return sum <= limits.unitsPerMinute ? at : clock() + MINUTE_MS;
  };

  return {
    limits,
    admit: (address, units) => {
      const usage = usageOf(address);
      if (usage.running >= limits.concurrent) return { kind: 'too-many-at-once' };
      if (clock() < usage.blockedUntil) {
        usage.blockedUntil += PENALTY_MS;
        return { kind: 'over-quota', retryAt: usage.blockedUntil };
      }
      const at = freeAt(usage, units);
      if (at > clock()) {
        usage.blockedUntil = at;
        return { kind: 'over-quota', retryAt: at };
      }
      usage.spent.push({ at: clock(), units });
      usage.running += 1;
      let released = false;
      return {
        kind: 'admitted',
        release: () => {
          if (!released) usage.running -= 1;
          released = true;
        },
      };
    },
  };
};
