import { type BrowserContext, chromium, expect, type Locator, type Page } from '@playwright/test';
import {
  extensionWorker,
  giveConsent,
  openExtensionPage,
} from '@postrider/sandbox/driver/extension';
import { openCompose, openGmail } from '@postrider/sandbox/driver/gmail-page';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import type { Sandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';
import { builtExtension } from './built-extension.ts';

/** The company's OAuth client in every e2e test. */
export const oauthClient = {
  id: '1234-acme.apps.googleusercontent.com',
  secret: 'sandbox-client-secret',
};

/** A rep in front of a Chromium with the built extension. */
export type Rep = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Hosts asked by pages and by the worker so far. */
  readonly asked: readonly string[];
  /** The side panel, as a tab of its own. */
  openPanel(): Promise<Page>;
  /** The same with the client set up and this account connected; the first look is done. */
  connect(address?: string): Promise<Page>;
  openGmail(account?: number): Promise<Page>;
  /** A new compose window with the strip under it. */
  compose(gmail: Page): Promise<Locator>;
  close(): Promise<void>;
};

/** Starts the browser. `executablePath` is another way to start it, for a machine with policies. */
export async function startRep(sandbox: Sandbox, executablePath = findChromium()): Promise<Rep> {
  const { folder, id } = builtExtension();
  const browser = await openBrowser(chromium, {
    sandbox,
    executablePath,
    extension: folder,
    viewport: { width: 1280, height: 900 },
  });
  const { context } = browser;
  const asked: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol)) asked.push(hostname);
  });
  // Playwright's test runner waits without end where nothing is said.
  context.setDefaultTimeout(30_000);
  const worker = await extensionWorker(context);
  await worker.evaluate(() => chrome.storage.local.set({ firstRunEnded: true }));
  const openPanel = () => openExtensionPage(context, id, 'side-panel/index.html');
  return {
    context,
    extensionId: id,
    asked,
    close: () => browser.close(),
    openPanel,
    openGmail: (account) => openGmail(context, account),
    async connect(address = 'ana@acme.example') {
      const panel = await openPanel();
      await tellWorker(panel, 'save-client', oauthClient);
      await tellWorker(panel, 'end-first-run');
      const button = panel.getByRole('button', { name: 'Connect Gmail' });
      await giveConsent(context, address, () => button.click());
      await expect(panel.getByText('Looked at')).toBeVisible();
      return panel;
    },
    async compose(gmail) {
      const compose = await openCompose(gmail);
      await expect(stripOf(compose)).toBeVisible();
      return compose;
    },
  };
}

/** The strip under a compose window. */
export function stripOf(compose: Locator): Locator {
  return compose.getByRole('group', { name: 'Postrider' });
}

/** Asks the worker from one of the extension's own pages, as these pages do. */
export async function tellWorker(page: Page, kind: string, request: object = {}): Promise<unknown> {
  const reply: unknown = await page.evaluate((message) => chrome.runtime.sendMessage(message), {
    postrider: 1,
    kind,
    request,
  });
  expect(reply).toMatchObject({ kind: 'ok' });
  return reply;
}
