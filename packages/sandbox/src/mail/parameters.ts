/** The parameters of a structured field such as Content-Type, names in lower case (RFC 2045; RFC 2231's charset form, not its continuations). */
export const parametersOf = (value: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  const pattern = /;\s*([^=;\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;
  for (const [, name = '', quoted, plain = ''] of value.matchAll(pattern)) {
    const text = quoted === undefined ? plain.trim() : quoted.replaceAll(/\\(.)/g, '$1');
    const key = name.toLowerCase();
    if (key.endsWith('*')) found[key.slice(0, -1)] = decodeExtended(text);
    else found[key] ??= text;
  }
  return found;
};

const decodeExtended = (text: string): string => {
  const encoded = text.replace(/^[^']*'[^']*'/, '');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};

/** The type of a Content-Type field in lower case; text/plain when there is none (RFC 2045 section 5.2). */
export const mimeTypeOf = (contentType: string | undefined): string =>
  (contentType?.split(';')[0] ?? '').trim().toLowerCase() || 'text/plain';
