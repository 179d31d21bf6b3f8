import { base64TextLines, encodedWords, oneLine } from './encode-header.ts';

/** A mail of plain words that we write ourselves. */
export type TextMail = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Further header fields; names and values in ASCII. */
  readonly headers: Readonly<Record<string, string>>;
};

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
    ...base64TextLines(mail.text),
    '',
  ].join('\r\n');
}
