const at = 64;

/** Longest local part and domain that are taken (RFC 5321 section 4.5.3.1), with room for what mail software lets pass. */
const maxLocal = 128;
const maxDomain = 255;

/** An address found in text, and where it stands. */
export type FoundAddress = {
  readonly address: string;
  readonly start: number;
  readonly end: number;
};

/** Signs beyond ASCII that end a word: no-break space, Arabic comma, general, Chinese and full-width punctuation, what could not be decoded. */
function isForeignSign(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x60c ||
    code === 0xfffd ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff20)
  );
}

/** RFC 5321 Dot-string without the signs that surround addresses in notices; letters beyond ASCII by RFC 6531. */
function isLocalCode(code: number): boolean {
  if (code >= 128) return !isForeignSign(code);
  if (code >= 97 && code <= 122) return true;
  if (code >= 64 && code <= 90) return code !== at;
  if (code >= 48 && code <= 57) return true;
  return "!#$%&'*+-./=?^_`{|}~".includes(String.fromCharCode(code));
}

function isDomainCode(code: number): boolean {
  if (code >= 128) return !isForeignSign(code);
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}

/** The addresses in a text, in order, each in lower case; scans outward from every `@`, so its time is linear. */
export function findAddresses(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  let sign = text.indexOf('@');
  while (sign !== -1) {
    const one = addressAround(text, sign);
    if (one) found.push(one);
    sign = text.indexOf('@', one ? one.end : sign + 1);
  }
  return found;
}

function addressAround(text: string, sign: number): FoundAddress | null {
  let end = sign + 1;
  while (end < text.length && end - sign <= maxDomain && isDomainCode(text.charCodeAt(end)))
    end += 1;
  while (end > sign + 1 && '.-_'.includes(text[end - 1] ?? '')) end -= 1;
  const start = localStart(text, sign);
  if (start === sign || end === sign + 1) return null;
  return { address: text.slice(start, end).toLowerCase(), start, end };
}

function localStart(text: string, sign: number): number {
  if (text[sign - 1] === '"') {
    const open = text.lastIndexOf('"', sign - 2);
    if (open !== -1 && sign - open <= maxLocal) return open;
  }
  let start = sign;
  while (start > 0 && sign - start < maxLocal && isLocalCode(text.charCodeAt(start - 1)))
    start -= 1;
  // A quotation mark or dashes before an address belong to the sentence, not to the address.
  while (start < sign && "'`.=|*/-".includes(text[start] ?? '') && !text.startsWith('=?', start)) {
    start += 1;
  }
  return start;
}

/**
 * The address in the value of a recipient field: the type ("rfc822;", RFC 3464 section 2.3.2), brackets, a display name
 * and UTF-8 escapes (`\x{...}`, RFC 6533 section 3) are taken off. A name without a domain comes back as it is; null for an empty value.
 */
export function fieldAddress(value: string): string | null {
  const afterType = /^\s*[\w-]{1,30}\s*;([^]*)$/.exec(value)?.[1] ?? value;
  const text = afterType.replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  const found = findAddresses(text)[0];
  if (found) return found.address;
  const bare = text.replace(/[<>"]/g, '').trim().toLowerCase();
  return bare === '' ? null : bare.slice(0, maxDomain);
}
