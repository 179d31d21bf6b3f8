import { toBase64 } from '../encoding/base64.ts';

/** A mail of plain words that we write ourselves. */
export type TextMail = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Further header fields; names and values in ASCII. */
  readonly headers: Readonly<Record<string, string>>;
};

/** UTF-8 bytes of one encoded word, so that it stays within 75 characters (RFC 2047 section 2). */
const wordBytes = 45;
/** Characters of one line of base64 (RFC 2045 section 6.8). */
const lineChars = 76;

/**
 * Writes the mail as RFC 5322 text with CRLF line ends. Date and Message-ID are left to the mailbox that sends it. No
 * value can begin a header line of its own: controls become spaces.
 */
export function writeTextMail(mail: TextMail): string {
  const fields = { From: mail.from, To: mail.to, ...mail.headers };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${oneLine(value)}`);
  return [
    ...head,
    `Subject: ${encodedWords(oneLine(mail.subject))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(mail.text.replaceAll(/\r\n|\r|\n/g, '\r\n')),
    '',
  ].join('\r\n');
}

function oneLine(value: string): string {
  return value.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

/** ASCII stays as it is; anything else becomes encoded words, cut between characters. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text) && text.length <= lineChars) return text;
  const words: Uint8Array[] = [];
  let word: number[] = [];
  for (const char of text) {
    const bytes = new TextEncoder().encode(char);
    if (word.length + bytes.length > wordBytes) {
      words.push(Uint8Array.from(word));
      word = [];
    }
    word.push(...bytes);
  }
  words.push(Uint8Array.from(word));
  return words.map((bytes) => `=?utf-8?B?${toBase64(bytes)}?=`).join('\r\n ');
}

function base64Lines(text: string): readonly string[] {
  const encoded = toBase64(new TextEncoder().encode(text));
  const count = Math.ceil(encoded.length / lineChars);
  return Array.from({ length: count }, (_, at) =>
    encoded.slice(at * lineChars, (at + 1) * lineChars),
  );
}
