import type { Page } from '@playwright/test';
import type { PanelStatus } from '@postrider/shared/application/panel';
import type { Suppression } from '@postrider/shared/application/panel/suppression';
import type { Decision } from '@postrider/shared/application/ports/decision-log';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';

type Ok<Value> = { readonly kind: 'ok'; readonly value: Value };

/** All events that the extension holds, newest first. */
export async function feedOf(panel: Page): Promise<readonly MailEvent[]> {
  const reply: Ok<readonly MailEvent[]> = await panel.evaluate(() =>
    chrome.runtime.sendMessage({ postrider: 1, kind: 'feed', request: { limit: 1000 } }),
  );
  return reply.value;
}

/** What the panel's head shows. */
export async function statusOf(panel: Page): Promise<PanelStatus> {
  const reply: Ok<PanelStatus> = await panel.evaluate(() =>
    chrome.runtime.sendMessage({ postrider: 1, kind: 'status', request: {} }),
  );
  return reply.value;
}

/** What was decided, oldest first, as it is kept on this device. */
export function decisionsOf(panel: Page): Promise<readonly Decision[]> {
  return panel.evaluate(
    () =>
      new Promise<readonly Decision[]>((resolve, reject) => {
        const opening = indexedDB.open('postrider');
        opening.addEventListener('error', () => reject(new Error('no database')));
        opening.addEventListener('success', () => {
          const { result } = opening;
          const all = result.transaction('decisions').objectStore('decisions').index('byTime');
          const asked: IDBRequest<Decision[]> = all.getAll();
          asked.addEventListener('success', () => {
            result.close();
            resolve(asked.result);
          });
        });
      }),
  );
}

/** Which addresses are suppressed and which are only held, by address. */
export async function suppressionsOf(panel: Page): Promise<Readonly<Record<string, string>>> {
  const reply: Ok<readonly Suppression[]> = await panel.evaluate(() =>
    chrome.runtime.sendMessage({ postrider: 1, kind: 'suppressions', request: {} }),
  );
  return Object.fromEntries(reply.value.map(({ address, status }) => [address, status]));
}
