/** One request as the server saw it: no bodies, no addresses but the mailbox's own. */
type EwsRecord = {
  /** Epoch ms. */
  readonly at: number;
  /** Undefined where nobody was signed in. */
  readonly mailbox: string | undefined;
  /** "FindItem"; undefined where the request could not be read. */
  readonly operation: string | undefined;
  /** HTTP status; 0 when the answer was lost on purpose. */
  readonly status: number;
  /** The ResponseCode of each response message, or of the fault. */
  readonly codes: readonly string[];
  /** Bytes of the answer. */
  readonly bytes: number;
};

/** The server's own log, for tests and for the demo to judge by. */
export type EwsLog = {
  add(entry: EwsRecord): void;
  all(): readonly EwsRecord[];
  /** How often an operation was called, or all of them. */
  count(operation?: string): number;
  clear(): void;
};

/** An empty log. */
export const createEwsLog = (): EwsLog => {
  const entries: EwsRecord[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
    },
    all: () => [...entries],
    count: (operation) =>
      entries.filter((entry) => operation === undefined || entry.operation === operation).length,
    clear: () => {
      entries.length = 0;
    },
  };
};
