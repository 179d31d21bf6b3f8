import { limits, type LimitName } from '../limits.ts';

/** A raw message, readable as text and as bytes with the same offsets: `text` has exactly one character for each byte. */
export type Source = {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Collects the bounds that were reached while reading. */
  readonly reached: Set<LimitName>;
};

// windows-1252 is the one decoder of the platform that turns every byte into one character;
// only structure and ASCII are read from it, text is decoded again by its own charset.
const oneCharacterPerByte = new TextDecoder('windows-1252');

/** The first `maxBytes` of a message as a source; a set of bounds reached earlier is carried on. */
export function openSource(
  raw: Uint8Array,
  maxBytes: number,
  reached: Set<LimitName> = new Set(),
): Source {
  if (maxBytes >= limits.messageBytes && raw.length > maxBytes) reached.add('bytes');
  const bytes = raw.subarray(0, maxBytes);
  return { bytes, text: oneCharacterPerByte.decode(bytes), reached };
}
