import * as v from 'valibot';

import { branded } from '../../domain/brand.ts';
import type { Cursor } from '../../domain/ids.ts';
import { readJson } from '../http/read-json.ts';

/** Folders whose changes are asked for, by their well-known names. */
export const watchedFolders = ['inbox', 'junkemail', 'sentitems'] as const;

/** One of them. */
export type WatchedFolder = (typeof watchedFolders)[number];

const link = v.nullable(v.string());

const cursorSchema = v.object({
  /** Where each folder's delta goes on, as a path below /v1.0; null = it must be begun. */
  links: v.object({ inbox: link, junkemail: link, sentitems: link }),
  /** Everything received before this instant has been listed; epoch ms, by Exchange's clock. */
  sweptTo: v.number(),
  /** A sweep that is under way: when it began by our clock, the newest date it has seen, and its next page; null = only the deltas are left. */
  sweep: v.nullable(v.object({ startedAt: v.number(), newest: v.number(), next: link })),
  /** What was shown of late, each as its short name and the second it was received, so that the next sweep does not show it again. */
  shown: v.array(v.tuple([v.string(), v.number()])),
  /** Messages that a delta named and that were not read yet. */
  pending: v.array(v.string()),
});

/** What a Graph cursor holds. */
export type GraphCursor = v.InferOutput<typeof cursorSchema>;

/** A cursor from which everything received since an instant (epoch ms) is listed. */
export function cursorFrom(sweptTo: number): GraphCursor {
  const links = { inbox: null, junkemail: null, sentitems: null };
  return { links, sweptTo, sweep: null, shown: [], pending: [] };
}

/** The cursor as the rest of the program carries it around. */
export function writeCursor(cursor: GraphCursor): Cursor {
  return branded<Cursor>(JSON.stringify(cursor));
}

/** Reads a cursor back; null where it is none of ours. */
export function readCursor(cursor: Cursor): GraphCursor | null {
  const read = readJson(cursorSchema, cursor);
  return read.kind === 'ok' ? read.value : null;
}

/** Half of each product goes into the other hash, so that 53 bits are well mixed. */
const primes = [0x85ebca6b, 0xc2b2ae35, 0x9e3779b1, 0x27d4eb2f] as const;

/** A short name for an id of 150 characters, 53 bits in base 36: two of ten thousand are alike once in a hundred million cursors. */
export function shortName(id: string): string {
  const [one, two, three, four] = primes;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    high = Math.imul(high ^ code, three);
    low = Math.imul(low ^ code, four);
  }
  high = Math.imul(high ^ (high >>> 16), one) ^ Math.imul(low ^ (low >>> 13), two);
  low = Math.imul(low ^ (low >>> 16), one) ^ Math.imul(high ^ (high >>> 13), two);
  return (2 ** 32 * (high & 0x1fffff) + (low >>> 0)).toString(36);
}
