/** One method's result in an Authentication-Results field. */
export type AuthenticationResult = {
  /** `dmarc`, `spf`, `dkim` …, lower case. */
  readonly method: string;
  /** `pass`, `fail` …, lower case. */
  readonly result: string;
  /** `header.from` → `example.com`; names and values in lower case. */
  readonly properties: ReadonlyMap<string, string>;
};

/** An Authentication-Results field taken apart (RFC 8601 section 2.2). */
export type AuthenticationResults = {
  /** Who says so; lower case. */
  readonly server: string;
  readonly results: readonly AuthenticationResult[];
};

const maxChars = 16 * 1024;

/**
 * Reads the value of one Authentication-Results field; null where it is not well formed. Comments and quoted strings are
 * taken out first: both may hold what the sender wrote, and a sender may write "dmarc=pass".
 */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const bare = value.length > maxChars ? null : withoutQuotes(value);
  if (bare === null) return null;
  const [server = '', ...results] = bare.split(';').map((part) => part.trim());
  const name = server.split(/\s+/)[0] ?? '';
  if (name === '') return null;
  return {
    server: name.toLowerCase(),
    results: results.map(readResult).filter((result) => result !== null),
  };
}

function readResult(text: string): AuthenticationResult | null {
  const [first = '', ...rest] = text.toLowerCase().split(/\s+/);
  const [, method, result] = /^([a-z][a-z0-9-]*)(?:\/\d+)?=([a-z]+)$/.exec(first) ?? [];
  if (method === undefined || result === undefined) return null;
  const properties = new Map<string, string>();
  for (const word of rest) {
    const at = word.indexOf('=');
    const name = word.slice(0, at);
    // The first one holds: what comes behind it may have been smuggled in.
    if (at > 0 && !properties.has(name)) properties.set(name, word.slice(at + 1));
  }
  return { method, result, properties };
}

/** The text without comments, quoted strings replaced by "?"; null where one of them never ends. */
function withoutQuotes(text: string): string | null {
  let bare = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\' && (quoted || depth > 0)) at += 1;
    else if (quoted) quoted = char !== '"';
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth < 0) return null;
      bare += ' ';
    } else if (depth > 0) continue;
    else if (char === '"') {
      quoted = true;
      bare += '?';
    } else bare += char;
  }
  return depth === 0 && !quoted ? bare : null;
}
