/** A Content-Type (RFC 2045 section 5.1), type and parameter names in lower case. */
export type ContentType = {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
};

/** Reads a Content-Type; what cannot be read is left out. RFC 2231 continuations are joined; their charset is dropped. */
export function parseContentType(value: string): ContentType {
  const text = value.slice(0, 4000);
  const typeEnd = text.indexOf(';');
  const beforeParameters = (typeEnd === -1 ? text : text.slice(0, typeEnd)).trim();
  const type = (beforeParameters.split(/\s/, 1)[0] ?? '').toLowerCase();
  const parameters = new Map<string, string>();
  let at = typeEnd === -1 ? text.length : typeEnd + 1;
  while (at < text.length) {
    const equals = text.indexOf('=', at);
    if (equals === -1) break;
    const name = lastWord(text.slice(at, equals));
    const read = readValue(text, equals + 1);
    const continued = /^([^*]+)\*\d{0,3}\*?$/.exec(name)?.[1];
    if (continued === undefined) parameters.set(name, read.value);
    else parameters.set(continued, (parameters.get(continued) ?? '') + unescape2231(read.value));
    at = read.end;
  }
  return { type, parameters };
}

function lastWord(text: string): string {
  return (text.split(/[;\s]/).findLast((word) => word !== '') ?? '').toLowerCase();
}

function readValue(text: string, from: number): { value: string; end: number } {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  if (text[at] !== '"') {
    const semicolon = text.indexOf(';', at);
    const end = semicolon === -1 ? text.length : semicolon;
    return { value: text.slice(at, end).trim(), end: end + 1 };
  }
  let value = '';
  for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] === '\\') at += 1;
    value += text[at] ?? '';
  }
  const semicolon = text.indexOf(';', at);
  return { value, end: semicolon === -1 ? text.length : semicolon + 1 };
}

function unescape2231(value: string): string {
  const plain = value.replace(/^[\w-]*'[\w-]*'/, '');
  return plain.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
