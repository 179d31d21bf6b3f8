import { tooManyAtOnce, tooManyRequests } from './errors.ts';

const WINDOW_MS = 10 * 60_000;

/** What one app may ask of one mailbox; may be changed while it runs (Microsoft Graph service-specific throttling limits, "Outlook service limits"). */
export type GraphLimits = {
  requestsPerTenMinutes: number;
  concurrent: number;
  /** Retry-After of a refusal for too much at once, in seconds; chosen here. */
  busyRetryAfterS: number;
  /** How long Graph takes for a call, ms: so long a request counts as under way. */
  latencyMs: number;
};

/** Counts what is asked of each mailbox. */
export type Quota = {
  readonly limits: GraphLimits;
  /** Lets a request pass, or throws Graph's 429. `release` when it is done. */
  admit(key: string): { readonly atOnce: number; release(): void };
};

type Usage = { asked: number[]; running: number };

/** Counters over ten sliding minutes of the clock. A refused request counts too: whoever goes on asking stays refused. */
export const createQuota = (clock: () => number): Quota => {
  const limits: GraphLimits = {
    requestsPerTenMinutes: 10_000,
    concurrent: 4,
    busyRetryAfterS: 2,
    latencyMs: 0,
  };
  const usages = new Map<string, Usage>();
  return {
    limits,
    admit: (key) => {
      const usage = usages.get(key) ?? { asked: [], running: 0 };
      usages.set(key, usage);
      usage.asked = usage.asked.filter((at) => at > clock() - WINDOW_MS);
      usage.asked.push(clock());
      const over = usage.asked.length - limits.requestsPerTenMinutes;
      if (over > 0) {
        const roomAt = (usage.asked[over - 1] ?? clock()) + WINDOW_MS;
        throw tooManyRequests(Math.max(1, Math.ceil((roomAt - clock()) / 1000)));
      }
      if (usage.running >= limits.concurrent) throw tooManyAtOnce(limits.busyRetryAfterS);
      usage.running += 1;
      return {
        atOnce: usage.running,
        release: () => {
          usage.running -= 1;
        },
      };
    },
  };
};
