import { readFileSync } from 'node:fs';

import { extensionWorker, openExtensionPage } from '@postrider/sandbox/driver/extension';
import { openGmail } from '@postrider/sandbox/driver/gmail-page';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';
import { reps } from '@postrider/sandbox/world';
import { type BrowserContext, chromium, type Page } from 'playwright';

import { extensionId } from '../../lib/pack/extension-id.mjs';
import type { Places } from '../places.ts';

/** The OAuth client that the sandbox's company has made. It opens nothing but the sandbox. */
export const company = {
  clientId: '482910377465-acme.apps.googleusercontent.com',
  clientSecret: 'sandbox-client-secret',
} as const;

/** Everything a rep has in front of them, and the sandbox behind it. */
export type Stage = {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The rep whose mailbox is in front. */
  readonly rep: { readonly address: string; readonly name: string };
  readonly gmail: Page;
  openPanel(): Promise<Page>;
  openOptions(): Promise<Page>;
  close(): Promise<void>;
};

/** Starts the sandbox and opens Chromium on it, the first rep's mailbox in front. */
export async function setStage(places: Places, headless: boolean): Promise<Stage> {
  const { chromium: executablePath, extension } = places;
  const id = idOf(extension);
  const sandbox = await startSandbox({
    oauthClient: {
      id: company.clientId,
      secret: company.clientSecret,
      redirectUri: `https://${id}.chromiumapp.org/oauth2`,
    },
  });
  const browser = await openBrowser(chromium, {
    sandbox,
    executablePath,
    extension,
    headless,
    ...(headless ? {} : { viewport: null }),
  });
  const { context } = browser;
  await extensionWorker(context);
  const gmail = await openGmail(context);
  const [rep] = reps;
  if (rep === undefined) throw new Error('The sandbox has no rep.');
  return {
    sandbox,
    context,
    extensionId: id,
    rep,
    gmail,
    openPanel: () => openExtensionPage(context, id, 'side-panel/index.html'),
    openOptions: () => openExtensionPage(context, id, 'options/index.html'),
    close: async () => {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** The id that the manifest's key pins. */
function idOf(extension: string): string {
  const manifest: { readonly key: string } = JSON.parse(
    readFileSync(`${extension}manifest.json`, 'utf8'),
  );
  return extensionId(Buffer.from(manifest.key, 'base64'));
}
