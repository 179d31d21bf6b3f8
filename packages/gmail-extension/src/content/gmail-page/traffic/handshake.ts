/**
 * The event by which the ear in our own world hands its port to the watcher in Gmail's. It is dispatched while the
 * page has run no script of its own yet (`document_start`), and the watcher takes the first one only.
 */
export const portEvent = 'postrider:port';

/** What the watcher says of one request of Gmail's sync traffic, first without an answer and then with it. */
export type TrafficWord = {
  /** Counts the requests of this page; tells which answer belongs to which request. */
  readonly number: number;
  /** Path of the address, as `/sync/u/0/i/s`. */
  readonly path: string;
  /** The address in the page's own table of values (`GLOBALS[10]`), as the page has it: to be checked. */
  readonly account: string;
  readonly request: string;
  /** Null while Gmail has not answered. `text` is empty where the request failed. */
  readonly answer: { readonly status: number; readonly text: string } | null;
};
