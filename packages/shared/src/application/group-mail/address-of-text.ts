import type { Person } from '../../domain/address/person.ts';
import { parseAddressList } from '../../domain/message/address-list.ts';

/** A cell with a person in it is not longer. */
const mostChars = 1000;

/**
 * An address that any mail server takes as it stands: no quoted local part, no address literal (RFC 5321 section 4.1.2),
 * letters of any alphabet (RFC 6531), a domain of two labels or more.
 */
const sendable =
  /^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** What is copied along with text from a web page, and no person sees (Unicode category Cf). */
const unseen = /\p{Cf}/gu;

/** The one person that a text names, bare or as `Name <address>`; null where it names none, or none that mail can go to. */
export function addressIn(written: string): Person | null {
  if (!written.includes('@') || written.length > mostChars) return null;
  const text = written.replaceAll(unseen, '').trim();
  const [person, ...others] = parseAddressList(text);
  if (person === undefined || others.length > 0) return null;
  const { address } = person;
  // "kim lee@…" names nobody: who is meant must not be guessed.
  const plain = text.toLowerCase().normalize('NFC');
  if (plain !== address && !plain.endsWith(`<${address}>`)) return null;
  const isDotted = /^\.|\.\.|\.@/.test(address);
  return sendable.test(address) && !isDotted ? person : null;
}

/** Takes a list of addresses apart: one on each line, or with commas, semicolons or tabs between them; quoted names keep theirs. */
export function splitAddresses(
  text: string,
): readonly { readonly line: number; readonly text: string }[] {
  const found: { readonly line: number; readonly text: string }[] = [];
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const [entry] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^,;\t"]|")+/g)) {
      if (entry.trim() !== '') found.push({ line: at + 1, text: entry.trim() });
    }
  }
  return found;
}
