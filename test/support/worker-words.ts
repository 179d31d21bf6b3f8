import type { Page } from '@playwright/test';
import type { PanelStatus } from '@postrider/shared/application/panel';
import type { Suppression } from '@postrider/shared/application/panel/suppression';
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

/** Which addresses are suppressed and which are only held, by address. */
export async function suppressionsOf(panel: Page): Promise<Readonly<Record<string, string>>> {
  const reply: Ok<readonly Suppression[]> = await panel.evaluate(() =>
    chrome.runtime.sendMessage({ postrider: 1, kind: 'suppressions', request: {} }),
  );
  return Object.fromEntries(reply.value.map(({ address, status }) => [address, status]));
}
