import type { GenericSchema, InferOutput } from 'valibot';

import type { CallFailure, Outcome } from '../../application/ports/outcome.ts';
import type { TokenSource } from '../../application/ports/token-source.ts';
import type { HttpAnswer, HttpClient } from '../http/http-client.ts';
import { readJson } from '../http/read-json.ts';
import { readRefusal } from './read-refusal.ts';

const base = 'https://gmail.googleapis.com/gmail/v1/users/me/';

/** The query of a call; a list repeats its name, as Google's API wants it. */
type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What went wrong with one call; `missing` = 404, which each method means differently. */
export type GmailFailure = CallFailure | { readonly kind: 'missing' };

/** A call's value, or why there is none. */
export type GmailOutcome<Value> = { readonly kind: 'ok'; readonly value: Value } | GmailFailure;

/** Calls of the Gmail API for one account. */
export type GmailCalls = {
  get<const Schema extends GenericSchema>(
    path: string,
    query: Query,
    schema: Schema,
  ): Promise<GmailOutcome<InferOutput<Schema>>>;
  post<const Schema extends GenericSchema>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<GmailOutcome<InferOutput<Schema>>>;
  remove(path: string): Promise<GmailOutcome<null>>;
};

/** Builds the calls. A token that is refused is renewed once; nothing else is tried again here. */
export function createGmailCalls(http: HttpClient, tokens: TokenSource): GmailCalls {
  async function call(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<GmailOutcome<HttpAnswer>> {
    for (let renewals = 0; ; renewals += 1) {
      const token = await tokens.token();
      if (token.kind !== 'ok') return token;
      const answer = await http({
        method,
        url,
        headers: {
          authorization: `Bearer ${token.value}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
      const answer = await call('GET', `${base}${path}${queryText(query)}`);
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    async post(path, body, schema) {
      const answer = await call('POST', `${base}${path}`, body);
      return answer.kind === 'ok' ? readJson(schema, answer.value.text) : answer;
    },
    async remove(path) {
      const answer = await call('DELETE', `${base}${path}`);
      return answer.kind === 'ok' ? { kind: 'ok', value: null } : answer;
    },
  };
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
