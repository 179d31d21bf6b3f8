import { connect, createServer, type Socket } from 'node:net';

import type { Browser, BrowserType } from 'playwright';

import { type Certificate, makeCertificate } from '../server/certificate.ts';
import { browserArgs } from './browser-args.ts';

/** A Chromium that several sandboxes share, one after the other. */
export type SharedBrowser = {
  readonly browser: Browser;
  /** What each of the sandboxes must be started with: the browser was told once whom to trust. */
  readonly certificate: Certificate;
  /** From now on every name leads to this sandbox. */
  leadTo(sandbox: { readonly port: number }): void;
  close(): Promise<void>;
};

/**
 * Opens a Chromium whose contexts are as good as profiles of their own, which saves starting one for each test. It asks
 * at a port of its own, and what is asked there is passed on. Not for extensions: those need a profile.
 */
export async function openSharedBrowser(
  chromium: BrowserType,
  executablePath?: string,
): Promise<SharedBrowser> {
  const certificate = await makeCertificate();
  let target = 0;
  const sockets = new Set<Socket>();
  const front = createServer((from) => {
    const to = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  const browser = await chromium.launch({
    args: [...browserArgs({ port: address.port, spki: certificate.spki })],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  return {
    browser,
    certificate,
    leadTo: ({ port }) => {
      target = port;
    },
    async close() {
      await browser.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}
