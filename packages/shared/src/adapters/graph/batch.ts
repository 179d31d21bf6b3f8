import { readJson } from '../http/read-json.ts';
import { batchSchema } from './answers.ts';

/** The answer to one part of a batch. */
export type PartAnswer = {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string;
};

/** Writes GET requests as one JSON batch (Microsoft Graph, "Combine multiple HTTP requests using JSON batching"). Each part is named by its place. */
export function writeBatch(
  paths: readonly string[],
  headers: Readonly<Record<string, string>>,
): string {
  return JSON.stringify({
    requests: paths.map((url, place) => ({ id: String(place), method: 'GET', url, headers })),
  });
}

/** Reads the answer to a batch of `count` parts: each part's answer at its place, null where there is none. A place that is answered twice says nothing. */
export function readBatch(text: string, count: number): readonly (PartAnswer | null)[] {
  const answers = Array.from<PartAnswer | null>({ length: count }).fill(null);
  const read = readJson(batchSchema, text);
  if (read.kind !== 'ok') return answers;
  const answered = new Set<number>();
  for (const { id, status, headers, body } of read.value.responses) {
    const place = /^\d{1,2}$/.test(id) ? Number(id) : count;
    if (place >= count) continue;
    const part = { status, body: JSON.stringify(body), retryAfter: retryAfterIn(headers) };
    answers[place] = answered.has(place) ? null : part;
    answered.add(place);
  }
  return answers;
}

function retryAfterIn(headers: Readonly<Record<string, unknown>>): string {
  const value = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
