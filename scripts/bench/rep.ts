import { readFileSync } from 'node:fs';

import {
  extensionWorker,
  giveConsent,
  openExtensionPage,
} from '@postrider/sandbox/driver/extension';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import { type Sandbox, startSandbox } from '@postrider/sandbox/sandbox';
import { reps } from '@postrider/sandbox/world';
import { type BrowserContext, chromium, type Page } from 'playwright';

import { extensionId, redirectUri } from '../lib/pack/extension-id.mjs';
import { company } from '../play/gmail/stage.ts';
import { until } from '../play/record.ts';
import type { Places } from './figure.ts';

/** A rep on the sandbox with the built extension, for one bench. */
export type Rep = {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly address: string;
  /** A page of the extension, to ask the worker from. */
  readonly panel: Page;
  /** Asks the worker as the extension's own pages do. */
  ask(kind: string, request?: object): Promise<unknown>;
  /** Sets the client up and connects the rep's account; the first look is done. */
  connect(): Promise<void>;
};

/** What differs from bench to bench. */
export type RepOptions = {
  /** Another build of the extension, under the same id. */
  readonly extension?: string;
  /** How long Gmail's Undo stays open, ms. */
  readonly undoMs?: number;
  readonly withHistory?: boolean;
};

/** Opens sandbox and browser, lets `measure` work with them, and closes both whatever happens. */
export async function withRep<Result>(
  places: Places,
  options: RepOptions,
  measure: (rep: Rep) => Promise<Result>,
): Promise<Result> {
  const { extension = places.extension, undoMs = 5000, withHistory = false } = options;
  const id = idOf(extension);
  const { clientId, clientSecret: secret } = company;
  const sandbox = await startSandbox({
    withHistory,
    switches: { undoMs },
    oauthClient: { id: clientId, secret, redirectUri: redirectUri(id) },
  });
  try {
    const browser = await openBrowser(chromium, {
      sandbox,
      executablePath: places.chromium,
      extension,
    });
    try {
      return await measure(await repIn(browser.context, sandbox, id));
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}

async function repIn(context: BrowserContext, sandbox: Sandbox, id: string): Promise<Rep> {
  context.setDefaultTimeout(60_000);
  await extensionWorker(context);
  const panel = await openExtensionPage(context, id, 'options/index.html');
  const [first] = reps;
  if (first === undefined) throw new Error('The sandbox has no rep.');
  const { address } = first;

  const ask = async (kind: string, request: object = {}): Promise<unknown> => {
    const message = { postrider: 1, kind, request };
    const reply: Reply = await panel.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
    if (reply.kind !== 'ok') throw new Error(`The worker answered "${kind}" with ${reply.kind}.`);
    return reply.value;
  };
  return {
    sandbox,
    context,
    extensionId: id,
    address,
    panel,
    ask,
    async connect() {
      await ask('end-first-run');
      await ask('save-client', { id: company.clientId, secret: company.clientSecret });
      let connecting: Promise<unknown> = Promise.resolve();
      await giveConsent(context, address, async () => {
        connecting = ask('connect');
      });
      await connecting;
      const looked = await until(async () => hasLooked(await ask('status')));
      if (looked === null) throw new Error('The worker has not looked into the mailbox.');
    },
  };
}

type Reply = { readonly kind: 'ok'; readonly value: unknown } | { readonly kind: 'failed' };

function hasLooked(status: unknown): boolean {
  if (typeof status !== 'object' || status === null || !('lookedAt' in status)) return false;
  return status.lookedAt !== null && 'looking' in status && status.looking === false;
}

function idOf(extension: string): string {
  const manifest: { readonly key: string } = JSON.parse(
    readFileSync(`${extension}manifest.json`, 'utf8'),
  );
  return extensionId(Buffer.from(manifest.key, 'base64'));
}
