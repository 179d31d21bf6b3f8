import type { Exchange } from '../../exchange/exchange.ts';
import type { ExchangeItem, ExchangeMailbox } from '../../exchange/mailbox.ts';
import { ExchangeRefusal } from '../../exchange/refusal.ts';
import { EwsError, EwsFault } from '../ews-error.ts';
import { itemIdElement } from '../ids.ts';
import type { ItemView } from '../properties/item-view.ts';
import type { EwsSwitches } from '../switches.ts';
import type { XmlNode } from '../xml/read.ts';
import { element, type XmlElement } from '../xml/write.ts';

/** Where an operation works. */
export type Place = {
  readonly mailbox: ExchangeMailbox;
  readonly exchange: Exchange;
  readonly switches: EwsSwitches;
  readonly clock: () => number;
};

/** One operation of EWS: its request element in, the response messages of its answer out. */
export type Operation = (
  request: XmlNode,
  place: Place,
) => Promise<readonly XmlElement[]> | readonly XmlElement[];

/** An item as a request looks at it. */
export const viewOf = ({ mailbox, exchange, switches }: Place, item: ExchangeItem): ItemView => ({
  mailbox,
  item,
  showsSubmitted: exchange.switches.submittedFlag === 'readable',
  showsOwnHeaders: switches.ownMailHeaders === 'shown',
});

/** A response message for something that went well. */
export const success = (operation: string, ...content: readonly XmlElement[]): XmlElement =>
  element(
    `m:${operation}ResponseMessage`,
    { ResponseClass: 'Success' },
    element('m:ResponseCode', {}, 'NoError'),
    ...content,
  );

/** The Items of a response message, ids alone. */
export const idsOf = (mailbox: ExchangeMailbox, items: readonly ExchangeItem[]): XmlElement =>
  element(
    'm:Items',
    {},
    ...items.map((item) => element('t:Message', {}, itemIdElement(mailbox, item))),
  );

const asEwsError = (error: unknown): EwsError => {
  if (error instanceof EwsError) return error;
  if (error instanceof ExchangeRefusal) return new EwsError(error.code, error.message);
  throw error;
};

/** A response message for something that failed. */
export const failure = (operation: string, error: EwsError): XmlElement =>
  element(
    `m:${operation}ResponseMessage`,
    { ResponseClass: 'Error' },
    element('m:MessageText', {}, error.message),
    element('m:ResponseCode', {}, error.code),
    element('m:DescriptiveLinkKey', {}, '0'),
    // The schema wants this one even where there is nothing to list.
    ...(/^(?:Get|Create|Update|Move|Copy)Item$/.test(operation) ? [element('m:Items')] : []),
  );

/** Does something for each of several, one after the other: what fails fails alone. */
export const each = async <Given>(
  operation: string,
  given: readonly Given[],
  run: (one: Given) => Promise<XmlElement> | XmlElement,
): Promise<readonly XmlElement[]> => {
  const messages: XmlElement[] = [];
  for (const one of given) {
    try {
      messages.push(await run(one));
    } catch (error) {
      if (error instanceof EwsFault) throw error;
      messages.push(failure(operation, asEwsError(error)));
    }
  }
  return messages;
};
