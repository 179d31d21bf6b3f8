import type { Connection } from '@postrider/shared/application/panel';
import type { EventLog } from '@postrider/shared/application/ports/event-log';

import { followedAccount } from './connection.ts';

const seenKey = 'panelSeenAt';
const mostCounted = 9;

/** What the badge on the toolbar button is read from. */
export type BadgeParts = {
  readonly connection: () => Promise<Connection>;
  readonly events: EventLog;
};

/** Notes that the rep has the feed in front; what came before needs no badge. `now` in epoch ms. */
export async function markSeen(now: number): Promise<void> {
  await chrome.storage.local.set({ [seenKey]: now });
}

/** Puts on the toolbar button what needs the rep: "!" to connect again, else how many bounces came since the panel was last open. */
export async function showBadge(parts: BadgeParts): Promise<void> {
  const text = await badgeText(parts);
  await chrome.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await chrome.action.setBadgeText({ text });
}

async function badgeText(parts: BadgeParts): Promise<string> {
  const connection = await parts.connection();
  if (connection.kind === 'reconnect-needed') return '!';
  const mailbox = followedAccount(connection);
  if (mailbox === null) return '';
  const stored: unknown = (await chrome.storage.local.get(seenKey))[seenKey];
  const seenAt = typeof stored === 'number' ? stored : 0;
  const needing = await parts.events.feed({
    mailbox,
    kinds: ['bounced', 'not-sent', 'complained'],
    limit: 50,
  });
  const unseen = needing.filter((event) => event.observedAt > seenAt).length;
  if (unseen === 0) return '';
  return unseen > mostCounted ? `${mostCounted}+` : String(unseen);
}
