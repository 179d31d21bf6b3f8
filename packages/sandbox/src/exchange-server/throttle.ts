import { serverBusy, tooManyConnections } from './ews-error.ts';

/** What a server lets one user do; may be changed while it runs. */
export type EwsLimits = {
  /** EwsMaxConcurrency: requests at the same time. */
  concurrency: number;
  /** Requests in any 60 s; a stand-in for the budget in server time (EwsMaxBurst, EwsRechargeRate), which nobody outside can count. */
  requestsPerMinute: number;
  /** Bytes of a request (IIS, `maxAllowedContentLength` for EWS: 64 MB). */
  requestBytes: number;
};

/** The global policy of a server as it is installed (facts of a 2013 CU23; 2016 and later alike [doubt]). */
export const usualEwsLimits: Readonly<EwsLimits> = {
  concurrency: 27,
  requestsPerMinute: Infinity,
  requestBytes: 67_108_864,
};

const MINUTE_MS = 60_000;

/** Lets a user's requests through, or throws the fault that stops them. */
export const createThrottle = (clock: () => number, limits: EwsLimits) => {
  const running = new Map<string, number>();
  const begun = new Map<string, number[]>();

  const begin = (user: string): void => {
    const now = clock();
    const recent = (begun.get(user) ?? []).filter((at) => at > now - MINUTE_MS);
    const oldest = recent.at(-limits.requestsPerMinute);
    if (recent.length >= limits.requestsPerMinute && oldest !== undefined)
      throw serverBusy(oldest + MINUTE_MS - now);
    begun.set(user, [...recent, now]);
    const others = running.get(user) ?? 0;
    if (others >= limits.concurrency) throw tooManyConnections();
    running.set(user, others + 1);
  };

  return {
    through: async <Answer>(user: string, run: () => Promise<Answer>): Promise<Answer> => {
      begin(user);
      try {
        return await run();
      } finally {
        running.set(user, (running.get(user) ?? 1) - 1);
      }
    },
  };
};
