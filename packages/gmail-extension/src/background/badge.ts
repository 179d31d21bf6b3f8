import { followedAccount } from './connection.ts';
import type { Core } from './core.ts';

const seenKey = 'panelSeenAt';
const mostCounted = 9;

/** Notes that the rep has the feed in front; what came before needs no badge. `now` in epoch ms. */
export async function markSeen(now: number): Promise<void> {
  await chrome.storage.local.set({ [seenKey]: now });
}

/** Puts on the toolbar button what needs the rep: "!" to connect again, else how many bounces came since the panel was last open. */
export async function showBadge(core: Core): Promise<void> {
  const text = await badgeText(core);
  await chrome.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await chrome.action.setBadgeText({ text });
}

async function badgeText({ panel }: Core): Promise<string> {
  const { connection } = await panel.status();
  if (connection.kind === 'reconnect-needed') return '!';
  if (followedAccount(connection) === null) return '';
  const stored: unknown = (await chrome.storage.local.get(seenKey))[seenKey];
  const seenAt = typeof stored === 'number' ? stored : 0;
  const needing = await panel.feed({ kinds: ['bounced', 'not-sent', 'complained'], limit: 50 });
  const unseen = needing.filter((event) => event.observedAt > seenAt).length;
  if (unseen === 0) return '';
  return unseen > mostCounted ? `${mostCounted}+` : String(unseen);
}
