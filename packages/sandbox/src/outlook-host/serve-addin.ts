import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';

import type { HostHandler } from '../server/tls-server.ts';
import { contentType } from './content-type.ts';

/** The header lines for a path of the add-in's web server. */
export type HeadersFor = (path: string) => Readonly<Record<string, string>>;

/** Answers for the add-in's own host with the files of its build, as a company's web server does. */
export function serveAddin(options: {
  readonly folder: string;
  /** By path; they stand before those of the folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly headersFor: HeadersFor;
}): HostHandler {
  const { folder, files, headersFor } = options;
  return async (request) => {
    const { pathname } = new URL(request.url);
    const own = files[pathname];
    if (own !== undefined) {
      const type = { 'content-type': contentType(pathname) };
      return new Response(own, { headers: { ...headersFor(pathname), ...type } });
    }
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    const headers = new Headers(headersFor(pathname));
    if (!existsSync(file) || !statSync(file).isFile()) {
      return new Response('Not found', { status: 404, headers });
    }
    headers.set('content-type', contentType(file));
    return new Response(new Uint8Array(await readFile(file)), { headers });
  };
}
