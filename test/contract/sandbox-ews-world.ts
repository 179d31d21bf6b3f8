import type { EwsSwitches } from '@postrider/sandbox/ews-switches';
import { createExchange } from '@postrider/sandbox/exchange';
import { createExchangeServer } from '@postrider/sandbox/exchange-server';
import { expect } from 'vitest';

import { readEwsSchema } from './ews-schema.ts';

const schema = readEwsSchema();

/** Whether requests and answers can be held against Microsoft's schemas on this machine. */
export const hasEwsSchema = schema !== undefined;

/** The first value of an attribute or element in an answer. */
export const first = (body: string, pattern: RegExp): string => pattern.exec(body)?.[1] ?? '';

/** Codes of all response messages, or of the fault. */
const codesOf = (body: string): readonly string[] =>
  [...body.matchAll(/<[me]:ResponseCode>(\w+)</g)].map(([, code = '']) => code);

/** The ids in an answer as they go into the next request. */
export const idsOf = (body: string): readonly string[] => body.match(/<t:ItemId [^>]*\/>/g) ?? [];

/** A request around an operation's XML, which uses the prefixes m and t. */
export const soapAround = (operation: string, version = 'Exchange2016'): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"',
    ' xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"',
    ' xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">',
    `<soap:Header><t:RequestServerVersion Version="${version}"/></soap:Header>`,
    `<soap:Body>${operation}</soap:Body></soap:Envelope>`,
  ].join('');

/** A mail as MimeContent holds it. */
export const mimeOf = (headers: Readonly<Record<string, string>> = {}, body = 'Hello'): string => {
  const all = { To: 'carla@customer.example', Subject: 'Offer', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`).toString('base64');
};

/** A CreateItem of one message. */
export const createItem = (message: string, disposition = 'SaveOnly'): string =>
  `<m:CreateItem MessageDisposition="${disposition}"><m:Items><t:Message>${message}</t:Message></m:Items></m:CreateItem>`;

/** The same of a mail's text. */
export const createMail = (headers: Readonly<Record<string, string>> = {}, more = ''): string =>
  createItem(`<t:MimeContent CharacterSet="UTF-8">${mimeOf(headers)}</t:MimeContent>${more}`);

/** Omar's mailbox on a server of Woodgrove, on a clock that only the test moves; what passes is held against the schemas. */
export const ewsWorld = (
  given: {
    readonly switches?: Partial<EwsSwitches>;
    readonly kind?: 'online' | 'server';
    readonly version?: '2016' | '2019' | 'SE';
    readonly limits?: NonNullable<Parameters<typeof createExchangeServer>[0]['limits']>;
  } = {},
) => {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = () => now;
  const timers = { start: () => () => {} };
  const { kind = 'server', ...options } = given;
  const exchange = createExchange({ kind, clock, timers });
  const omar = exchange.addMailbox({ address: 'omar@woodgrove.example', name: 'Omar Haddad' });
  const nadia = exchange.addMailbox({ address: 'nadia@woodgrove.example', name: 'Nadia Haddad' });
  const left: string[] = [];
  exchange.onDeparture((_sender, { messageId }) => void left.push(messageId));
  const server = createExchangeServer({ exchange, clock, timers, ...options });

  const post = async (text: string, user: string | undefined = omar.address) => {
    const answer = await server.ews(
      new Request('https://mail.woodgrove.example/EWS/Exchange.asmx', {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body: text,
      }),
      { user },
    );
    return { status: answer.status, body: await answer.text() };
  };

  /** Asks, and holds request and answer against the schemas. */
  const ask = async (operation: string) => {
    const request = soapAround(operation);
    expect(schema?.faults(request) ?? []).toEqual([]);
    const answer = await post(request);
    expect(schema?.faults(answer.body) ?? []).toEqual([]);
    return { ...answer, codes: codesOf(answer.body) };
  };

  return {
    exchange,
    omar,
    nadia,
    server,
    left,
    post,
    ask,
    schema,
    clock,
    pass: async (ms: number) => {
      now += ms;
      await exchange.settle();
    },
    /** Brings a mail in as transport would; gives its item. */
    arrives: (headers: Readonly<Record<string, string>> = {}, messageClass = 'IPM.Note') =>
      exchange.bring(
        omar,
        Buffer.from(
          mimeOf({ From: 'Carla <carla@customer.example>', To: omar.address, ...headers }),
          'base64',
        ),
        { messageClass },
      ),
  };
};
