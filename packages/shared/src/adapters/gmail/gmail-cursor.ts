import * as v from 'valibot';

import { branded } from '../../domain/brand.ts';
import type { Cursor } from '../../domain/ids.ts';
import { readJson } from '../http/read-json.ts';

/** In the place of a historyId: none is known, so mail is listed anew. */
export const noHistory = '';

const cursorSchema = v.object({
  /** From where on history is asked for. */
  historyId: v.string(),
  /** When the list of changes was last read; epoch ms. From here on mail is listed anew where history is forgotten. */
  lookedAt: v.number(),
  /** Messages that were listed and not read yet, oldest first. */
  pending: v.optional(v.array(v.string()), []),
});

/** What a Gmail cursor holds. */
export type GmailCursor = v.InferOutput<typeof cursorSchema>;

/** The cursor as the rest of the program carries it around. */
export function writeCursor(cursor: GmailCursor): Cursor {
  return branded<Cursor>(JSON.stringify(cursor));
}

/** Reads a cursor back; null where it is none of ours. */
export function readCursor(cursor: Cursor): GmailCursor | null {
  const read = readJson(cursorSchema, cursor);
  return read.kind === 'ok' ? read.value : null;
}
