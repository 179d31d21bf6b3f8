import type { GenericSchema, InferOutput } from 'valibot';

import type { Clock, Wait } from '../../application/ports/clock.ts';
import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readJson } from '../http/read-json.ts';
import { readBatch, writeBatch, type PartAnswer } from './batch.ts';
import type { CallSchedule } from './call-schedule.ts';
import { readRefusal, type GraphFailure } from './read-refusal.ts';

const root = 'https://graph.microsoft.com/v1.0';

/** Ids that survive a move and the sending of a draft; in every call, or one message would have two names. */
const immutableIds = 'IdType="ImmutableId"';

/** A call's value, or why there is none. */
export type GraphOutcome<Value> = { readonly kind: 'ok'; readonly value: Value } | GraphFailure;

/** What became of one part of a batch; `unanswered` = the answer holds nothing for it, or nothing that can be read. */
export type PartOutcome<Value> = GraphOutcome<Value> | { readonly kind: 'unanswered' };

/** What is sent along: JSON, or text of a type. */
type Content = { readonly type: string; readonly text: string };

/** What differs from one call to the next. Paths stand below /v1.0 and begin with a slash. */
type Options = { readonly pageSize?: number; readonly ifMatch?: string };

/** Calls of Microsoft Graph for one mailbox. */
export type GraphCalls = {
  get<const Schema extends GenericSchema>(
    path: string,
    schema: Schema,
    options?: Options,
  ): Promise<GraphOutcome<InferOutput<Schema>>>;
  /** The first bytes of what stands at a path. */
  getBytes(path: string, maxBytes: number): Promise<GraphOutcome<Uint8Array>>;
  /** Gets up to `batchSize` by one request; each fails by itself. Their outcomes in the order of `paths`. */
  getAll<const Schema extends GenericSchema>(
    paths: readonly string[],
    schema: Schema,
    options?: Options,
  ): Promise<GraphOutcome<readonly PartOutcome<InferOutput<Schema>>[]>>;
  /** Posts text of a type. */
  post<const Schema extends GenericSchema>(
    path: string,
    content: Content,
    schema: Schema,
  ): Promise<GraphOutcome<InferOutput<Schema>>>;
  /** Carries an action out that has neither content nor answer. */
  act(path: string): Promise<GraphOutcome<null>>;
  patch(path: string, body: unknown): Promise<GraphOutcome<null>>;
  remove(path: string, options?: Options): Promise<GraphOutcome<null>>;
};

type Request = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly content?: Content;
  readonly options?: Options;
  readonly maxBytes?: number;
};

/** What the calls work with. */
export type CallParts = {
  readonly http: HttpClient;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly schedule: CallSchedule;
  /** Whether these calls are what a mail needs to leave. */
  readonly kind: 'sends' | 'reads';
};

/** The longest wait for a free place at Graph, ms, and how often one is waited for: others have the same mailbox open. */
const longestTurnMs = 10_000;
const turns = 2;

/** Builds the calls. A token that is refused is renewed once, and a place that others take is waited for; nothing else is tried again here. */
export function createGraphCalls(parts: CallParts): GraphCalls {
  const { schedule, kind } = parts;

  async function call(slots: number, request: Request): Promise<GraphOutcome<HttpAnswer>> {
    return schedule[kind](slots, async () => {
      const closed = schedule.closedBy(kind);
      if (closed !== null) return closed;
      for (let turn = 0; ; turn += 1) {
        const outcome = await carryOut(parts, request);
        const waitMs = turn < turns ? turnIn(outcome, turn) : null;
        if (waitMs === null) {
          if (outcome.kind === 'rate-limited') schedule.heed(outcome);
          return outcome;
        }
        await parts.wait(waitMs);
      }
    });
  }

  /** How long to wait where too many asked at once; null where that is not the matter. */
  function turnIn(outcome: GraphOutcome<unknown>, turn: number): number | null {
    if (outcome.kind !== 'rate-limited' || outcome.limit !== 'concurrency') return null;
    const { retryAt } = outcome;
    const ms = retryAt === null ? 1000 * 2 ** turn : Math.max(0, retryAt - parts.clock());
    return ms > longestTurnMs ? null : ms;
  }

  const silent = async (request: Request): Promise<GraphOutcome<null>> => {
    const answer = await call(1, request);
    return answer.kind === 'ok' ? { kind: 'ok', value: null } : answer;
  };

  return {
    async get(path, schema, options = {}) {
      const answer = await call(1, { method: 'GET', path, options });
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    async getBytes(path, maxBytes) {
      const answer = await call(1, { method: 'GET', path, maxBytes });
      return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.bytes } : answer;
    },
    async getAll(paths, schema, options = {}) {
      const prefer = preferOf(options);
      const content = { type: 'application/json', text: writeBatch(paths, { Prefer: prefer }) };
      const answer = await call(paths.length, { method: 'POST', path: '/$batch', content });
      if (answer.kind !== 'ok') return answer;
      const read = readBatch(answer.value.text, paths.length);
      const outcomes = read.map((part) => partOutcome(part, schema, parts.clock()));
      for (const outcome of outcomes) if (outcome.kind === 'rate-limited') schedule.heed(outcome);
      return { kind: 'ok', value: outcomes };
    },
    async post(path, content, schema) {
      const answer = await call(1, { method: 'POST', path, content });
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    act: (path) => silent({ method: 'POST', path }),
    patch: (path, body) => silent({ method: 'PATCH', path, content: jsonOf(body) }),
    remove: (path, options = {}) => silent({ method: 'DELETE', path, options }),
  };
}

async function carryOut(
  { http, tokens, clock }: CallParts,
  { method, path, content, options = {}, maxBytes }: Request,
): Promise<GraphOutcome<HttpAnswer>> {
  for (let renewals = 0; ; renewals += 1) {
    const token = await tokens.token();
    if (token.kind !== 'ok') return token;
    const answer = await http({
      method,
      url: `${root}${path}`,
      headers: {
        authorization: `Bearer ${token.value}`,
        prefer: preferOf(options),
        ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
        ...(content === undefined ? {} : { 'content-type': content.type }),
      },
      ...(content === undefined ? {} : { body: content.text }),
      ...(maxBytes === undefined ? {} : { maxBytes, as: 'bytes' }),
    });
    if (answer.kind !== 'answer') return answer;
    if (answer.status === 401) {
      if (renewals > 0) return { kind: 'reconnect-needed', cause: 'revoked' };
      await tokens.reject(token.value);
      continue;
    }
    if (answer.status < 300) return { kind: 'ok', value: answer };
    const { status, text: body, retryAfter } = answer;
    const changes = method !== 'GET' && path !== '/$batch';
    return readRefusal({ status, body, retryAfter, now: clock(), changes });
  }
}

function preferOf({ pageSize }: Options): string {
  return pageSize === undefined ? immutableIds : `${immutableIds}, odata.maxpagesize=${pageSize}`;
}

function jsonOf(body: unknown): Content {
  return { type: 'application/json', text: JSON.stringify(body) };
}

function partOutcome<const Schema extends GenericSchema>(
  part: PartAnswer | null,
  schema: Schema,
  now: number,
): PartOutcome<InferOutput<Schema>> {
  // The token ran out between two parts; renewing it is the business of a call of its own.
  if (part === null || part.status === 401) return { kind: 'unanswered' };
  if (part.status >= 300) return readRefusal({ ...part, now, changes: false });
  return readJson(schema, part.body);
}

/** The path below /v1.0 of a link that Graph gave; null where it leads elsewhere. */
export function pathOf(link: string): string | null {
  return link.startsWith(`${root}/`) ? link.slice(root.length) : null;
}

/** For calls where a missing item has no meaning of its own. */
export function missingIsRefused<Value>(
  outcome: GraphOutcome<Value>,
  reason: string,
): Outcome<Value> {
  if (outcome.kind === 'missing') return { kind: 'refused', reason, recipients: [] };
  return outcome.kind === 'forgotten' ? unreadable : outcome;
}

/** For calls where a missing item says that it is gone. */
export function missingIsNull<Value>(outcome: GraphOutcome<Value>): Outcome<Value | null> {
  if (outcome.kind === 'missing') return { kind: 'ok', value: null };
  return outcome.kind === 'forgotten' ? unreadable : outcome;
}

/** Only a delta can be forgotten; anywhere else such an answer makes no sense. */
const unreadable: CallFailure = { kind: 'unknown', cause: 'malformed-answer' };
