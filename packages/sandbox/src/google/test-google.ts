import type { Switches } from '../accounts.ts';
import { likeliestSwitches } from '../switches.ts';
import { createGoogle } from './google.ts';

/** A Google on a clock that only the test moves, with one rep, and a client that holds a token. */
export const testGoogle = (switches: Partial<Switches> = {}) => {
  let now = Date.UTC(2026, 10, 23, 9);
  const google = createGoogle({
    clock: () => now,
    timers: { start: () => () => {} },
    switches: {
      ...likeliestSwitches,
      ...switches,
    },
  });
  const rep = google.addAccount({ address: 'ana@acme.example', name: 'Ana' });
  const token = google.issueToken(rep.address);
  const left: string[] = [];
  google.onDeparture((_sender, message) => void left.push(message.messageId));

  const request = (
    path: string,
    init: { method?: string; json?: unknown; token?: string } = {},
  ): Request =>
    new Request(`https://gmail.googleapis.com/gmail/v1/users/me${path}`, {
      method: init.method ?? (init.json === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${init.token ?? token}`,
        'content-type': 'application/json',
      },
      ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    });

  return {
    google,
    rep,
    token,
    /** Message-IDs of what left, in order. */
    left,
    request,
    /** Asks the API; `body` is its JSON. */
    ask: async (...given: Parameters<typeof request>) => {
      const answer = await google.gmailApi(request(...given));
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    pass: async (ms: number) => {
      now += ms;
      await google.settle();
    },
    clock: () => now,
  };
};

/** A small mail as a program would write it. */
export const mail = (headers: Readonly<Record<string, string>> = {}, body = 'Hello'): Buffer => {
  const all = {
    From: 'Ana <ana@acme.example>',
    To: 'carla@customer.example',
    Subject: 'Offer',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}\r\n`);
};

/** As the API takes it. */
export const raw = (...given: Parameters<typeof mail>): string =>
  mail(...given).toString('base64url');
