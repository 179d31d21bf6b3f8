import type { GroupParts } from '@postrider/shared/application/group-mail/group-parts';
import { restoreGroups } from '@postrider/shared/application/group-mail/restore';
import * as v from 'valibot';

const key = 'queueRestored';
const shape = v.record(v.string(), v.number());

/**
 * Reads a mailbox's group mails again from their drafts, once after the database was lost at this instant (epoch ms;
 * null = it never was). Another computer's queue is not taken over by it, since that one lost nothing.
 */
export async function restoreLost(group: GroupParts, lostAt: number | null): Promise<void> {
  if (lostAt === null) return;
  const stored = v.safeParse(shape, (await chrome.storage.local.get(key))[key]);
  const done = stored.success ? stored.output : {};
  if (done[group.account] === lostAt) return;
  const { problem } = await restoreGroups(group);
  // Tried again when the worker next starts.
  if (problem !== null) return;
  await chrome.storage.local.set({ [key]: { ...done, [group.account]: lostAt } });
}
