import * as v from 'valibot';

import type { CallFailure } from '../../application/ports/outcome.ts';
import { readJson } from '../http/read-json.ts';

/** Google's error body: `{error:{code,message,status,errors:[{domain,reason}],details:[{reason}]}}`. */
const errorSchema = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    status: v.optional(v.string(), ''),
    errors: v.optional(v.array(v.object({ reason: v.optional(v.string(), '') })), []),
    details: v.optional(v.array(v.object({ reason: v.optional(v.string(), '') })), []),
  }),
});

const retryTime = /retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i;
const rateReasons = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
  'quotaExceeded',
]);
const scopeReasons = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);

/**
 * What a refusal of the Gmail API means (facts: Gmail API "Resolve errors", and the answers people report). Google sends
 * the time to come back only in the text, and 403 means a rate as often as a missing right. 401 is not read here: the
 * token is renewed first.
 */
export function readRefusal(status: number, body: string): CallFailure {
  if (status >= 500) return { kind: 'unknown', cause: 'server-error' };
  const read = readJson(errorSchema, body);
  if (read.kind !== 'ok') {
    return status === 429
      ? rateLimited(null, 'requests')
      : { kind: 'unknown', cause: 'malformed-answer' };
  }
  const { message, errors, details, status: rpcStatus } = read.value.error;
  const reasons = [...errors, ...details].map((entry) => entry.reason);
  if (/too many concurrent requests/i.test(message)) return rateLimited(null, 'concurrency');
  if (reasons.includes('dailyLimitExceeded')) return rateLimited(null, 'project');
  const isRate =
    status === 429 ||
    rpcStatus === 'RESOURCE_EXHAUSTED' ||
    reasons.some((reason) => rateReasons.has(reason));
  if (isRate) {
    return rateLimited(retryAtOf(message), /mail sending/i.test(message) ? 'sending' : 'requests');
  }
  const isScope =
    reasons.some((reason) => scopeReasons.has(reason)) ||
    /insufficient (authentication scopes|permission)/i.test(message);
  if (isScope) return { kind: 'reconnect-needed', cause: 'scope' };
  return { kind: 'refused', reason: message.slice(0, 500), recipients: [] };
}

function rateLimited(
  retryAt: number | null,
  limit: Extract<CallFailure, { kind: 'rate-limited' }>['limit'],
): CallFailure {
  return { kind: 'rate-limited', retryAt, limit };
}

function retryAtOf(message: string): number | null {
  const time = Date.parse(retryTime.exec(message)?.[1] ?? '');
  return Number.isNaN(time) ? null : time;
}
