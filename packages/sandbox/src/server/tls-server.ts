import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { buffer } from 'node:stream/consumers';

import { ConnectionLost } from '../faults.ts';
import type { Certificate } from './certificate.ts';
import type { RequestRecord } from './request-record.ts';
import { initiatorOf, pathForRecord } from './request-record.ts';

/** Answers the requests made to one host. */
export type HostHandler = (request: Request) => Promise<Response>;

/** A running server. */
export type TlsServer = {
  readonly port: number;
  /** Every request answered so far, in the order of the answers. */
  readonly requests: readonly RequestRecord[];
  /** Stops listening and drops the connections that are open. */
  close(): Promise<void>;
};

/**
 * Starts the one server that plays every host, told apart by the Host header. Hosts without a
 * handler are answered 502, so that nothing waits for a network that is not there.
 */
export async function startTlsServer(options: {
  readonly certificate: Certificate;
  readonly handlers: Readonly<Record<string, HostHandler>>;
  readonly now: () => number;
}): Promise<TlsServer> {
  const { certificate, handlers, now } = options;
  const requests: RequestRecord[] = [];

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const request = await toRequest(incoming, gone.signal);
    const url = new URL(request.url);
    const response = await respond(url.hostname, request);
    requests.push({
      at: now(),
      host: url.hostname,
      method: request.method,
      path: pathForRecord(url),
      status: response?.status ?? 0,
      initiator: initiatorOf(request.headers),
    });
    if (response === null) incoming.socket.destroy();
    else await send(response, outgoing);
  }

  async function respond(host: string, request: Request): Promise<Response | null> {
    const handler = handlers[host];
    if (handler === undefined) return new Response('Not played by the sandbox.', { status: 502 });
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof ConnectionLost) return null;
      // A fault of the sandbox itself: shown to whoever runs it, never taken for Google's.
      console.error(`The sandbox failed on ${request.method} ${host}:`, error);
      return new Response('The sandbox failed.', { status: 500 });
    }
  }

  const server = createServer({ key: certificate.key, cert: certificate.cert }, (req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    port: address.port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const host = (incoming.headers.host ?? 'unnamed.invalid').replace(/:\d+$/, '');
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : await buffer(incoming);
  return new Request(`https://${host}${incoming.url ?? '/'}`, {
    method,
    headers,
    body,
    signal,
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const cookies = response.headers.getSetCookie();
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  outgoing.writeHead(response.status, headers);
  outgoing.end(body);
}
