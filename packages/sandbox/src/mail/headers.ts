import { decodeWords } from 'postal-mime';

/** One header field, unfolded, its encoded words still encoded. */
export type Header = { readonly name: string; readonly value: string };

/** The line ends of RFC 5322, whatever the writer used. */
export const withCrlf = (raw: Buffer): Buffer =>
  Buffer.from(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1');

/** Where the header block ends and the body begins. A message without a blank line is all header. */
export const splitMessage = (raw: Buffer): { head: Buffer; body: Buffer } => {
  if (raw.subarray(0, 2).toString('latin1') === '\r\n')
    return { head: Buffer.alloc(0), body: raw.subarray(2) };
  const blank = raw.indexOf('\r\n\r\n');
  return blank < 0
    ? { head: raw, body: Buffer.alloc(0) }
    : { head: raw.subarray(0, blank), body: raw.subarray(blank + 4) };
};

/** The fields of a message or part in their order. UTF-8 in them is read as RFC 6532 allows. */
export const headersOf = (raw: Buffer): readonly Header[] =>
  splitMessage(raw)
    .head.toString('utf8')
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return colon > 0
        ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }]
        : [];
    });

/** The first field of that name, as it stands; undefined when there is none. */
export const rawHeader = (raw: Buffer, name: string): string | undefined =>
  headersOf(raw).find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;

/** The first field of that name with its encoded words (RFC 2047) read. */
export const headerOf = (raw: Buffer, name: string): string | undefined => {
  const value = rawHeader(raw, name);
  return value === undefined ? undefined : decodeWords(value);
};

/** The message ids in a field such as References, brackets kept, in their order. */
export const messageIdsIn = (value: string | undefined): readonly string[] =>
  value?.match(/<[^<>\s]+>/g) ?? [];
