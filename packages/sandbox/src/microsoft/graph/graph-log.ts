/** One request as Graph saw it: no bodies, no values of the query. */
export type GraphRecord = {
  /** Epoch ms. */
  readonly at: number;
  /** Undefined when the token was not good. */
  readonly address: string | undefined;
  /** "messages.get"; undefined for what Graph does not know. */
  readonly call: string | undefined;
  readonly method: string;
  readonly path: string;
  /** HTTP status; 0 when the answer was lost on purpose. */
  readonly status: number;
  /** How many requests of this app for this mailbox were under way with it, itself counted; 0 where it was refused at the door. */
  readonly atOnce: number;
  /** The number of the batch that it was a part of; undefined when it came alone. */
  readonly batch: number | undefined;
};

/** Graph's own log, for tests and for the demo to judge by. */
export type GraphLog = {
  add(entry: GraphRecord): void;
  all(): readonly GraphRecord[];
  /** How many HTTP requests brought all this: a batch is one. */
  httpRequests(): number;
  clear(): void;
};

/** An empty log. */
export const createGraphLog = (): GraphLog => {
  const entries: GraphRecord[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
    },
    all: () => [...entries],
    httpRequests: () =>
      new Set(entries.map(({ batch }, index) => (batch === undefined ? `alone ${index}` : batch)))
        .size,
    clear: () => {
      entries.length = 0;
    },
  };
};
