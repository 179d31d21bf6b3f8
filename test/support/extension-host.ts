import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { basename, join } from 'node:path';

import { makeCertificate } from '@postrider/sandbox/certificate';

/** The web server of a company that hosts the extension. */
export type ExtensionHost = {
  readonly port: number;
  /** The key that the browser is told to trust (base64 SHA-256 of the SPKI). */
  readonly spki: string;
  /** The path of every request, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

const types: Readonly<Record<string, string>> = {
  crx: 'application/x-chrome-extension',
  xml: 'text/xml',
};

/** Serves the files of one folder below `/postrider/`, as docs/admin.md tells an admin to. */
export async function startExtensionHost(folder: string): Promise<ExtensionHost> {
  const { key, cert, spki } = await makeCertificate();
  const asked: string[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const path = new URL(request.url ?? '/', 'https://ext.example.test').pathname;
    asked.push(path);
    const name = basename(path);
    const file = join(folder, name);
    if (path !== `/postrider/${name}` || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    spki,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
