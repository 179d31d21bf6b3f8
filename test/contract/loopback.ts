import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A host that is played on this machine for the length of a test. */
export type Loopback = {
  /** "http://127.0.0.1:PORT/" */
  readonly root: string;
  close(): Promise<void>;
};

const requestFrom = async (incoming: IncomingMessage, origin: string): Promise<Request> => {
  const method = incoming.method ?? 'GET';
  const body = await text(incoming);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (typeof value === 'string') headers.set(name, value);
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
};

/** Serves a host's requests on a free port of 127.0.0.1; a handler that throws `ConnectionLost` cuts the line. */
export const serveLoopback = async (
  origin: string,
  handler: (request: Request) => Promise<Response>,
): Promise<Loopback> => {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      try {
        const answer = await handler(await requestFrom(incoming, origin));
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
        outgoing.end(Buffer.from(await answer.arrayBuffer()));
      } catch (error) {
        if (error instanceof Error && error.name === 'ConnectionLost') outgoing.destroy();
        else outgoing.writeHead(500).end(String(error));
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    root: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
