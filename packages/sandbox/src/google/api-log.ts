/** One request to the Gmail API as Google saw it: no bodies, no query. */
type ApiRecord = {
  /** Epoch ms. */
  readonly at: number;
  /** Undefined when the token was not good. */
  readonly account: string | undefined;
  /** As in the discovery document, without "gmail.users.": "messages.get"; undefined for what Gmail does not know. */
  readonly call: string | undefined;
  readonly method: string;
  readonly path: string;
  /** HTTP status; 0 when the answer was lost on purpose. */
  readonly status: number;
  /** Quota units charged. */
  readonly units: number;
  /** The number of the batch that it was a part of; undefined when it came alone. */
  readonly batch: number | undefined;
};

/** Google's own log of the API, for tests and for the demo to judge by. */
export type ApiLog = {
  add(entry: ApiRecord): void;
  all(): readonly ApiRecord[];
  /** Sum of the units charged, of all accounts or one, since a time (epoch ms). */
  units(filter?: { account?: string; since?: number }): number;
  /** How many HTTP requests brought all this: a batch is one. */
  httpRequests(): number;
  clear(): void;
};

/** An empty log. */
export const createApiLog = (): ApiLog => {
  const entries: ApiRecord[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
    },
    all: () => [...entries],
    units: ({ account, since = 0 } = {}) =>
      entries
        .filter((entry) => entry.at >= since && (!account || entry.account === account))
        .reduce((sum, entry) => sum + entry.units, 0),
    httpRequests: () => {
      const batches = new Set(
        entries.map(({ batch }) => batch).filter((batch) => batch !== undefined),
      );
      return batches.size + entries.filter(({ batch }) => batch === undefined).length;
    },
    clear: () => {
      entries.length = 0;
    },
  };
};
