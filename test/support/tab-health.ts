import type { BrowserContext } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';

/** Why each Gmail tab rests, by the `tab` parameter of its address; tabs that follow mail are not in it. */
export async function restingTabs(
  context: BrowserContext,
): Promise<Readonly<Record<string, string>>> {
  const worker = await extensionWorker(context);
  return worker.evaluate(async () => {
    const stored: Record<
      string,
      Record<string, { reason: string }>
    > = await chrome.storage.session.get('tabHealth');
    const tabs = await chrome.tabs.query({ url: 'https://mail.google.com/*' });
    return Object.fromEntries(
      tabs.flatMap(({ id, url }) => {
        const reason = stored['tabHealth']?.[String(id)]?.reason;
        const name = new URL(url ?? '').searchParams.get('tab');
        return reason === undefined || name === null ? [] : [[name, reason]];
      }),
    );
  });
}
