import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, chromium, type Worker } from '@playwright/test';

type Server = { readonly port: number; readonly spki: string };

/** A Chromium without any extension of its own accord, on a machine with policies. */
export type ManagedBrowser = {
  readonly context: BrowserContext;
  /** Hosts asked by pages and by workers so far. */
  readonly asked: readonly string[];
  /** The worker of this extension, as soon as there is one. */
  worker(id: string): Promise<Worker>;
  /** Whether such a worker runs. */
  hasWorker(id: string): boolean;
  close(): Promise<void>;
};

/** Starts it; `host` is the company's web server at ext.example.test, `google` plays every other name. */
export async function startManagedBrowser(
  executablePath: string,
  servers: { readonly google: Server; readonly host: Server },
): Promise<ManagedBrowser> {
  const { google, host } = servers;
  const profile = mkdtempSync(join(tmpdir(), 'postrider-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    locale: 'en-US',
    // What Playwright switches off here is what installs and updates extensions.
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    args: [
      '--no-sandbox',
      `--host-resolver-rules=MAP ext.example.test 127.0.0.1:${host.port},MAP * 127.0.0.1:${google.port}`,
      `--ignore-certificate-errors-spki-list=${google.spki},${host.spki}`,
    ],
  });
  const asked: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol)) asked.push(hostname);
  });
  const running = (id: string) =>
    context.serviceWorkers().find((worker) => new URL(worker.url()).host === id);
  return {
    context,
    asked,
    hasWorker: (id) => running(id) !== undefined,
    worker: async (id) =>
      running(id) ??
      context.waitForEvent('serviceworker', {
        predicate: (worker) => new URL(worker.url()).host === id,
        timeout: 60_000,
      }),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
