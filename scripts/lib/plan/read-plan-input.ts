import * as v from 'valibot';

import {
  type PlanInput,
  sendClasses,
} from '../../../packages/shared/src/domain/sending/plan/plan-input.ts';

const whole = v.pipe(v.number('must be a number'), v.safeInteger('must be a whole number'));
const count = v.pipe(whole, v.minValue(0, 'must not be negative'));
const counted = { recipients: count, external: count };

const limit = v.strictObject({
  id: v.string('must be a text'),
  counts: v.picklist(
    ['messages', 'recipients', 'external'],
    'must be "messages", "recipients" or "external"',
  ),
  max: count,
  windowMs: v.pipe(whole, v.minValue(1, 'must be at least 1')),
  reserve: v.exactOptional(count),
});

const departure = v.strictObject({ at: whole, ...counted });

const queued = v.strictObject({
  id: v.string('must be a text'),
  class: v.picklist(sendClasses, 'must be "hand", "scheduled" or "bulk"'),
  ...counted,
  notBefore: v.exactOptional(whole),
});

const input = v.strictObject({
  now: whole,
  limits: v.array(limit, 'must be a list'),
  sent: v.array(departure, 'must be a list'),
  queue: v.array(queued, 'must be a list'),
});

/** A plan's input, or a line that names the field that is wrong. */
export type ReadPlanInput =
  | { readonly kind: 'read'; readonly input: PlanInput }
  | { readonly kind: 'wrong'; readonly field: string; readonly reason: string };

/** Reads the JSON that `npm run plan` is given. Nothing is guessed: an unknown field is as wrong as a missing one. */
export function readPlanInput(text: string): ReadPlanInput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return wrong('input', `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = v.safeParse(input, json);
  if (!parsed.success) return firstIssue(parsed.issues[0]);
  const { limits, sent, queue } = parsed.output;
  const fault =
    repeatedId('limits', limits) ??
    tooManyExternal('sent', sent) ??
    tooManyExternal('queue', queue) ??
    repeatedId('queue', queue);
  return fault ?? { kind: 'read', input: parsed.output };
}

function firstIssue(issue: v.BaseIssue<unknown>): ReadPlanInput {
  const field = (issue.path ?? []).reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`),
    '',
  );
  return wrong(field.replace(/^\./, '') || 'input', reasonOf(issue));
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never') return 'is not known';
  return issue.received === 'undefined' ? 'is missing' : 'must be an object';
}

function repeatedId(
  list: 'limits' | 'queue',
  entries: readonly { readonly id: string }[],
): ReadPlanInput | null {
  const seen = new Set<string>();
  for (const [at, { id }] of entries.entries()) {
    if (seen.has(id)) return wrong(`${list}[${at}].id`, `is there twice: ${JSON.stringify(id)}`);
    seen.add(id);
  }
  return null;
}

function tooManyExternal(
  list: 'sent' | 'queue',
  entries: readonly { readonly recipients: number; readonly external: number }[],
): ReadPlanInput | null {
  const at = entries.findIndex(({ recipients, external }) => external > recipients);
  return at < 0 ? null : wrong(`${list}[${at}].external`, 'must not be more than recipients');
}

function wrong(field: string, reason: string): ReadPlanInput {
  return { kind: 'wrong', field, reason };
}
