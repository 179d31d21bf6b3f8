import { expect, type Page } from '@playwright/test';
import { extensionWorker } from '@postrider/sandbox/driver/extension';
import type { MailEvent } from '@postrider/shared/domain/analytics/event';

import { tellWorker } from './rep.ts';
import { feedOf } from './worker-words.ts';

/** Gmail's longest Undo (30 s) and the margin for two clocks (15 s), and one second more. */
export const settledMs = 46_000;

/**
 * Puts the worker's clock ahead and lets it look into the mailbox, so that a test need not wait out Gmail's Undo.
 * Only `Date.now` of the running worker changes: what ships has no switch for it, and a new worker has its own time.
 */
export async function lookLater(panel: Page, ms: number): Promise<void> {
  const worker = await extensionWorker(panel.context());
  await worker.evaluate((ahead) => {
    const before = Date.now;
    Date.now = () => before() + ahead;
  }, ms);
  await tellWorker(panel, 'look-now');
}

/** Presses "Look now" until the feed holds so many events, and gives them, newest first. */
export async function lookUntil(panel: Page, count: number): Promise<readonly MailEvent[]> {
  const look = async () => {
    await tellWorker(panel, 'look-now');
    return feedOf(panel);
  };
  await expect.poll(look, { timeout: 60_000 }).toHaveLength(count);
  return feedOf(panel);
}
