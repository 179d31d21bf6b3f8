import type { GenericSchema, InferOutput } from 'valibot';

import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readJson } from '../http/read-json.ts';
import { readBatch, type PartAnswer } from './batch-answer.ts';
import { writeBatch } from './batch-request.ts';
import type { Admit } from './call-schedule.ts';
import { unitsOf } from './gmail-units.ts';
import { readRefusal } from './read-refusal.ts';

const host = 'https://gmail.googleapis.com';
const base = '/gmail/v1/users/me/';

/** The query of a call; a list repeats its name, as Google's API wants it. */
type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What went wrong with one call; `missing` = 404, which each method means differently. */
export type GmailFailure = CallFailure | { readonly kind: 'missing' };

/** A call's value, or why there is none. */
export type GmailOutcome<Value> = { readonly kind: 'ok'; readonly value: Value } | GmailFailure;

/** What became of one part of a batch; `unanswered` = the answer holds nothing for it, or nothing that can be read. */
export type PartOutcome<Value> = GmailOutcome<Value> | { readonly kind: 'unanswered' };

/** Calls of the Gmail API for one account. */
export type GmailCalls = {
  get<const Schema extends GenericSchema>(
    path: string,
    query: Query,
    schema: Schema,
  ): Promise<GmailOutcome<InferOutput<Schema>>>;
  /** The first bytes of an answer, as text; all of it where it is shorter. */
  getBeginning(path: string, query: Query, maxBytes: number): Promise<GmailOutcome<string>>;
  /**
   * Gets several by one request (POST /batch/gmail/v1), which Google carries out at the same time: each costs and fails
   * by itself. Gives their outcomes in the order of `paths`, or why the whole request gave nothing.
   */
  getAll<const Schema extends GenericSchema>(
    paths: readonly string[],
    query: Query,
    schema: Schema,
  ): Promise<GmailOutcome<readonly PartOutcome<InferOutput<Schema>>[]>>;
  post<const Schema extends GenericSchema>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<GmailOutcome<InferOutput<Schema>>>;
  remove(path: string): Promise<GmailOutcome<null>>;
};

type Request = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly content?: { readonly type: string; readonly text: string };
  readonly maxBytes?: number;
};

/** Builds the calls. A token that is refused is renewed once; nothing else is tried again here. */
export function createGmailCalls(http: HttpClient, tokens: TokenSource, admit: Admit): GmailCalls {
  async function call(request: Request): Promise<GmailOutcome<HttpAnswer>> {
    const { method, path, content, maxBytes } = request;
    for (let renewals = 0; ; renewals += 1) {
      const token = await tokens.token();
      if (token.kind !== 'ok') return token;
      const answer = await http({
        method,
        url: `${host}${path}`,
        headers: {
          authorization: `Bearer ${token.value}`,
          ...(content === undefined ? {} : { 'content-type': content.type }),
        },
        ...(content === undefined ? {} : { body: content.text }),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      });
      if (answer.kind !== 'answer') return answer;
      if (answer.status === 401) {
        if (renewals > 0) return { kind: 'reconnect-needed', cause: 'revoked' };
        await tokens.reject(token.value);
        continue;
      }
      if (answer.status === 404) return { kind: 'missing' };
      if (answer.status >= 300) return readRefusal(answer.status, answer.text);
      return { kind: 'ok', value: answer };
    }
  }

  return {
    async get(path, query, schema) {
      const need = { slots: 1, units: unitsOf('GET', path) };
      const whole = `${base}${path}${queryText(query)}`;
      const answer = await admit(need, () => call({ method: 'GET', path: whole }));
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    async getBeginning(path, query, maxBytes) {
      const need = { slots: 1, units: unitsOf('GET', path) };
      const whole = `${base}${path}${queryText(query)}`;
      const answer = await admit(need, () => call({ method: 'GET', path: whole, maxBytes }));
      return answer.kind === 'ok' ? { kind: 'ok', value: answer.value.text } : answer;
    },
    async getAll(paths, query, schema) {
      const units = paths.reduce((sum, path) => sum + unitsOf('GET', path), 0);
      const batch = writeBatch(paths.map((path) => `${base}${path}${queryText(query)}`));
      const content = { type: batch.contentType, text: batch.body };
      const answer = await admit({ slots: paths.length, units }, () =>
        call({ method: 'POST', path: '/batch/gmail/v1', content }),
      );
      if (answer.kind !== 'ok') return answer;
      const parts = readBatch(answer.value.contentType, answer.value.text, paths.length);
      return { kind: 'ok', value: parts.map((part) => partOutcome(part, schema)) };
    },
    async post(path, body, schema) {
      const need = { slots: 1, units: unitsOf('POST', path) };
      const content = { type: 'application/json', text: JSON.stringify(body) };
      const whole = `${base}${path}`;
      const answer = await admit(need, () => call({ method: 'POST', path: whole, content }));
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    async remove(path) {
      const need = { slots: 1, units: unitsOf('DELETE', path) };
      const answer = await admit(need, () => call({ method: 'DELETE', path: `${base}${path}` }));
      return answer.kind === 'ok' ? { kind: 'ok', value: null } : answer;
    },
  };
}

function partOutcome<const Schema extends GenericSchema>(
  part: PartAnswer | null,
  schema: Schema,
): PartOutcome<InferOutput<Schema>> {
  // The token ran out between two parts; renewing it is the business of a call of its own.
  if (part === null || part.status === 401) return { kind: 'unanswered' };
  if (part.status === 404) return { kind: 'missing' };
  if (part.status >= 300) return readRefusal(part.status, part.text);
  return readJson(schema, part.text);
}

/** For methods where 404 has no meaning of its own. */
export function missingIsRefused<Value>(
  outcome: GmailOutcome<Value>,
  reason: string,
): Outcome<Value> {
  return outcome.kind === 'missing' ? { kind: 'refused', reason, recipients: [] } : outcome;
}

/** For methods where 404 says that the thing is gone. */
export function missingIsNull<Value>(outcome: GmailOutcome<Value>): Outcome<Value | null> {
  return outcome.kind === 'missing' ? { kind: 'ok', value: null } : outcome;
}

function queryText(query: Query): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) pairs.append(name, one);
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}
