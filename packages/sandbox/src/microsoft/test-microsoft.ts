import { createExchange } from '../exchange/create-exchange.ts';
import type { ExchangeSwitches } from '../exchange/switches.ts';
import { createMicrosoft } from './microsoft.ts';
import type { GraphSwitches } from './switches.ts';

type Asking = {
  readonly method?: string;
  readonly json?: unknown;
  /** A whole message, sent as Graph takes it. */
  readonly mime?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A Microsoft on a clock that only the test moves, with a rep whose program holds a token, and somebody on a server of her own. */
export const testMicrosoft = (
  switches: { graph?: Partial<GraphSwitches>; exchange?: Partial<ExchangeSwitches> } = {},
) => {
  let now = Date.UTC(2026, 10, 23, 9);
  const clock = () => now;
  const timers = { start: () => () => {} };
  const exchange = createExchange({
    kind: 'online',
    clock,
    timers,
    ...(switches.exchange ? { switches: switches.exchange } : {}),
  });
  const server = createExchange({ kind: 'server', clock, timers });
  const microsoft = createMicrosoft({
    exchange,
    servers: [server],
    clock,
    timers,
    ...(switches.graph ? { switches: switches.graph } : {}),
  });
  const eva = exchange.addMailbox({
    address: 'eva@adatum.example',
    name: 'Eva Brandt',
    userPrincipalName: 'eva.brandt@adatum.onmicrosoft.example',
    aliases: ['e.brandt@adatum.example'],
  });
  exchange.addMailbox({ address: 'tom@adatum.example', name: 'Tom Nagy' });
  server.addMailbox({ address: 'omar@woodgrove.example', name: 'Omar Haddad' });
  const usual = microsoft.issueToken(eva.address);
  const left: string[] = [];
  exchange.onDeparture((_sender, { messageId }) => void left.push(messageId));

  const request = (path: string, asking: Asking = {}): Request => {
    const { json, mime, token = usual, headers = {} } = asking;
    const body = mime === undefined ? json && JSON.stringify(json) : btoa(mime);
    const address = path.startsWith('https:') ? path : `https://graph.microsoft.com/v1.0${path}`;
    return new Request(address, {
      method: asking.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': mime === undefined ? 'application/json' : 'text/plain',
        ...headers,
      },
      ...(typeof body === 'string' ? { body } : {}),
    });
  };

  return {
    exchange,
    microsoft,
    eva,
    clock,
    /** Message-IDs of what left, in order. */
    left,
    request,
    /** Asks Graph; `body` is its JSON. */
    ask: async (...given: Parameters<typeof request>) => {
      const answer = await microsoft.graphHost(request(...given));
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
    pass: async (ms: number) => {
      now += ms;
      await exchange.settle();
    },
  };
};

/** Prefer: immutable ids. */
export const immutable = { prefer: 'IdType="ImmutableId"' };

/** A small mail as a program would write it. */
export const mail = (headers: Readonly<Record<string, string>> = {}, body = 'Hello'): string => {
  const all = { To: 'carla@customer.example', Subject: 'Offer', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}\r\n`;
};
