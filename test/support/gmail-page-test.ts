import { chromium, expect, test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import type { Account, StoredMessage } from '@postrider/sandbox/accounts';
import { openBrowser } from '@postrider/sandbox/driver/open-browser';
import type { Sandbox, SandboxOptions } from '@postrider/sandbox/sandbox';
import { startSandbox } from '@postrider/sandbox/sandbox';

import { findChromium } from '../../scripts/chromium.mjs';
import { keepRequests, strayHosts } from './requests-of-run.ts';

/** A test of Gmail's page alone: a sandbox, and a Chromium without any extension. Asks only the four names. */
export const test = base.extend<{
  sandboxOptions: SandboxOptions;
  sandbox: Sandbox;
  context: BrowserContext;
}>({
  sandboxOptions: [{ switches: { undoMs: 300 } }, { option: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await startSandbox(sandboxOptions);
    await use(sandbox);
    await sandbox.close();
  },
  context: async ({ sandbox }, use) => {
    const executablePath = findChromium();
    const { context, close } = await openBrowser(chromium, { sandbox, executablePath });
    const byProgram: string[] = [];
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol === 'https:') byProgram.push(hostname);
    });
    await use(context);
    await close();
    const requests = { byProgram, atSandbox: sandbox.requests };
    keepRequests(requests);
    expect(strayHosts(requests)).toEqual([]);
  },
});

/** An account of the sandbox; Ana's where none is named. */
export function accountOf(sandbox: Sandbox, address = 'ana@acme.example'): Account {
  const found = sandbox.google.accounts.get(address);
  if (found === undefined) throw new Error('The world has changed.');
  return found;
}

/** The messages of an account under a label with this subject, newest first. */
export function mailsWith(
  account: Account,
  label: string,
  subject: string,
): readonly StoredMessage[] {
  return account.messages(label).filter(({ raw }) => raw.includes(`Subject: ${subject}\r\n`));
}

/** A whole message as text, its folded header lines joined. */
export function textOf(message: StoredMessage | undefined): string {
  return message?.raw.toString().replaceAll('\r\n ', ' ') ?? '';
}
