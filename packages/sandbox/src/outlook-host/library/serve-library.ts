import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';

import { packageRoot } from '../../package-root.ts';
import type { HostHandler } from '../../server/tls-server.ts';
import { contentType } from '../content-type.ts';

/**
 * Answers for appsforoffice.microsoft.com with Microsoft's own library, unmodified, from npm. That library is of 2022:
 * `overlay` stands before and after office.js, for tests only; a company's page loads the real one of the day.
 */
export function serveLibrary(overlay: {
  readonly before: string;
  readonly after: string;
}): HostHandler {
  const require = createRequire(join(packageRoot, 'package.json'));
  const folder = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
  return async (request) => {
    const path = new URL(request.url).pathname.toLowerCase();
    const name = /^\/lib\/(?:1|1\.1|beta)\/hosted\/(.+)$/.exec(path)?.[1];
    // npm holds the names in lower case; Microsoft's server does not mind.
    const file = join(folder, normalize(`/${name ?? ''}`));
    if (name === undefined || !existsSync(file)) return new Response('', { status: 404 });
    const type = contentType(file);
    const bytes = await readFile(file);
    const body =
      name === 'office.js' || name === 'office.debug.js'
        ? `${overlay.before}\n;${bytes.toString('utf8')}\n;${overlay.after}`
        : new Uint8Array(bytes);
    // The library loads its own parts with `crossorigin`.
    return new Response(body, {
      headers: { 'content-type': type, 'access-control-allow-origin': '*' },
    });
  };
}
