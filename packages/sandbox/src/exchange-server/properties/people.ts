import { isAddress, mailboxesOf } from '../../mail/addresses.ts';
import { element, type XmlElement } from '../xml/write.ts';
import type { ItemView } from './item-view.ts';

/** A person as EWS names one. */
const mailboxElement = (person: {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}): XmlElement => {
  const { name, address } = person;
  return element(
    't:Mailbox',
    {},
    element('t:Name', {}, name || (address ?? '')),
    ...(address !== undefined && isAddress(address)
      ? [element('t:EmailAddress', {}, address), element('t:RoutingType', {}, 'SMTP')]
      : []),
  );
};

/** One element with all mailboxes of a header field; nothing where it has none. */
export const peopleElement = (
  view: ItemView,
  field: string,
  name: string,
): readonly XmlElement[] => {
  const people = mailboxesOf(view.item.raw, [field]);
  return people.length === 0 ? [] : [element(name, {}, ...people.map(mailboxElement))];
};

/** The person in From. FindItem does not look the address up and only gives the name. */
export const authorElement = (
  view: ItemView,
  name: string,
  withAddress: boolean,
): readonly XmlElement[] => {
  const person = mailboxesOf(view.item.raw, ['from'])[0];
  if (!person) return [];
  const shown = withAddress ? person : { name: person.name || person.address };
  return [element(name, {}, mailboxElement(shown))];
};

/** The names in a header field, as the client's list shows them. */
export const displayNames = (view: ItemView, field: string): string =>
  mailboxesOf(view.item.raw, [field])
    .map(({ name, address }) => name || address)
    .join('; ');
