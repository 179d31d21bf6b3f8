import type { Exchange } from '../../exchange/exchange.ts';
import type { ExchangeMailbox } from '../../exchange/mailbox.ts';
import type { Person } from '../directory.ts';
import type { GraphSwitches } from '../switches.ts';
import type { Deltas } from './deltas.ts';
import { badRequest } from './errors.ts';
import type { Uploads } from './uploads.ts';
import type { Json, View } from './view.ts';

/** A call that has passed every check at the door. */
export type GraphCall = {
  readonly call: string;
  readonly person: Person;
  readonly mailbox: ExchangeMailbox;
  readonly view: View;
  /** What stood in the path: {id}, {folder}, {attachment}. */
  readonly ids: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Prefer: odata.maxpagesize. */
  readonly pageSize: number | null;
};

/** What the calls are answered with. */
export type GraphTools = {
  readonly exchange: Exchange;
  readonly switches: GraphSwitches;
  readonly clock: () => number;
  readonly deltas: Deltas;
  readonly uploads: Uploads;
};

/** Answers one call. Throws `GraphRefusal`, or the store's own refusals. */
export type Handler = (call: GraphCall, tools: GraphTools) => Response | Promise<Response>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object in a call's body; an empty one where it has none. Throws Graph's 400. */
export const jsonBody = ({ bytes }: Pick<GraphCall, 'bytes'>): Json => {
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    value = undefined;
  }
  if (!isRecord(value))
    throw badRequest(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  return value;
};

/** The address that `@odata.context` begins with. */
export const contextOf = ({ person }: Pick<GraphCall, 'person'>, rest: string): string =>
  `https://graph.microsoft.com/v1.0/$metadata#users('${person.objectId}')/${rest}`;
