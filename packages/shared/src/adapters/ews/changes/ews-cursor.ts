import * as v from 'valibot';

import { branded } from '../../../domain/brand.ts';
import type { Cursor } from '../../../domain/ids.ts';

const cursorSchema = v.object({
  /** Mail that arrived until then was listed; epoch ms by Exchange's clock. */
  at: v.number(),
  /** Keys of what was listed near `at`, and until when each is kept; epoch ms. */
  seen: v.array(v.tuple([v.string(), v.number()])),
  /** In the middle of much mail: the next list begins at `at` and looks back no further. */
  more: v.boolean(),
});

/** What an EWS cursor holds: a time, and what is known of the minutes before it. */
export type EwsCursor = v.InferOutput<typeof cursorSchema>;

/** The cursor as the rest of the program carries it around. */
export function writeCursor(cursor: EwsCursor): Cursor {
  return branded<Cursor>(JSON.stringify(cursor));
}

/** Reads a cursor back; null where it is none of ours. */
export function readCursor(cursor: Cursor): EwsCursor | null {
  try {
    const read = v.safeParse(cursorSchema, JSON.parse(cursor));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
