import type { BrowserContext, Page, Worker } from 'playwright';

/** The extension's service worker, waking it up where it has not started yet. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** Opens a page of the extension in a tab, at the width of a side panel. */
export async function openExtensionPage(
  context: BrowserContext,
  extensionId: string,
  path: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 800 });
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return page;
}

/**
 * Ends the extension's worker as Chromium does after 30 s without work, which never happens by
 * itself while Playwright is attached. The next message or event starts it anew.
 */
export async function stopWorkers(extensionPage: Page): Promise<void> {
  const session = await extensionPage.context().newCDPSession(extensionPage);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  try {
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  } finally {
    await session.detach();
  }
}

/** Answers Google's consent page in the window that `ask` opens, as the account's owner. */
export async function giveConsent(
  context: BrowserContext,
  address: string,
  ask: () => Promise<unknown>,
): Promise<void> {
  const opened = context.waitForEvent('page');
  await ask();
  const consent = await opened;
  await consent.getByRole('button', { name: address }).click();
}
