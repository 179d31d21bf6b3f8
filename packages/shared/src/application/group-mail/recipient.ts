import type { Person } from '../../domain/address/person.ts';
import type { MailboxAddress } from '../../domain/ids.ts';

/** One recipient of a group mail with the values of the merge fields, by the field's name in lower case. */
export type Recipient = {
  readonly person: Person;
  readonly fields: Readonly<Record<string, string>>;
};

/** The most recipients of one group mail. */
export const mostRecipients = 10_000;

/** Whether an address lies outside the account's own domain, as Google counts it ("recipients outside the primary domain"). */
export function isExternal(address: string, account: MailboxAddress): boolean {
  return domainOf(address) !== domainOf(account);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
