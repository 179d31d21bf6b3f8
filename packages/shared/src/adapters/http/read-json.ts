import { safeParse, type GenericSchema, type InferOutput } from 'valibot';

import type { Outcome } from '../../application/ports/outcome.ts';

/** Reads a JSON text by a schema; text that is no JSON or of another shape is an answer nobody can build on. */
export function readJson<const Schema extends GenericSchema>(
  schema: Schema,
  text: string,
): Outcome<InferOutput<Schema>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'unknown', cause: 'malformed-answer' };
  }
  const parsed = safeParse(schema, json);
  return parsed.success
    ? { kind: 'ok', value: parsed.output }
    : { kind: 'unknown', cause: 'malformed-answer' };
}
