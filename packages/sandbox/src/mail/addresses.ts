import { addressParser, type Mailbox } from 'postal-mime';

import { headersOf } from './headers.ts';

/** Is this an address a mail could go to? Rough on purpose: something, one @, a domain. */
export const isAddress = (text: string): boolean => /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text);

/** The mailboxes in an address field, groups opened. What is no address is in the list too: look with `isAddress`. */
export const mailboxesIn = (value: string): readonly Mailbox[] =>
  addressParser(value, { flatten: true }).flatMap((entry) => (entry.group ? entry.group : [entry]));

/** The mailboxes in all fields of these names. */
export const mailboxesOf = (raw: Buffer, names: readonly string[]): readonly Mailbox[] =>
  headersOf(raw)
    .filter((header) => names.includes(header.name.toLowerCase()))
    .flatMap((header) => mailboxesIn(header.value));

/** Whom a message goes to: every address in To, Cc and Bcc, once, in lower case. */
export const recipientsOf = (raw: Buffer): readonly string[] => [
  ...new Set(
    mailboxesOf(raw, ['to', 'cc', 'bcc'])
      .map((mailbox) => mailbox.address.toLowerCase())
      .filter(isAddress),
  ),
];
