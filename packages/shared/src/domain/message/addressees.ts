import type { Person } from '../address/person.ts';
import { parseAddressList } from './address-list.ts';
import { displayText } from './display-text.ts';
import { decodeEncodedWords } from './encoded-word.ts';
import { headerValue, headerValues, type Headers } from './headers.ts';

/** The recipients of a message as its sender's copy names them: To, Cc, Bcc in order, each address once. */
export function addressees(headers: Headers): readonly Person[] {
  const byAddress = new Map<string, Person>();
  for (const field of ['To', 'Cc', 'Bcc']) {
    for (const value of headerValues(headers, field)) {
      for (const person of parseAddressList(value)) {
        if (!byAddress.has(person.address)) byAddress.set(person.address, person);
      }
    }
  }
  return [...byAddress.values()];
}

/** Who wrote a message by its From (RFC 5322 section 3.6.2), or null where that names nobody. */
export function author(headers: Headers): Person | null {
  return parseAddressList(headerValue(headers, 'From') ?? '')[0] ?? null;
}

/** The subject as text to show; empty where there is none. */
export function subjectOf(headers: Headers): string {
  return displayText(decodeEncodedWords(headerValue(headers, 'Subject') ?? ''));
}
