import * as v from 'valibot';

const beganKey = 'storageBegan';
const lostKey = 'storageLostAt';

/** How long a loss is told, and how far back the mailbox is read after it, ms. */
const toldForMs = 7 * 24 * 3_600_000;
const readBackMs = 14 * 24 * 3_600_000;

/**
 * Notes that the database was opened, in a storage that is not emptied with it: one that had to be created although
 * there had been one before was lost. Gives from where on the mailbox is to be read back (epoch ms), or null.
 */
export async function noteOpened(created: boolean, now: number): Promise<number | null> {
  const hadOne = (await chrome.storage.local.get(beganKey))[beganKey] !== undefined;
  if (created && hadOne) await chrome.storage.local.set({ [lostKey]: now });
  if (!hadOne) await chrome.storage.local.set({ [beganKey]: now });
  const lostAt = await readLostAt();
  return lostAt === null ? null : lostAt - readBackMs;
}

/** Whether the database was lost so lately that the rep should still hear of it. */
export async function isLossTold(now: number): Promise<boolean> {
  const lostAt = await readLostAt();
  return lostAt !== null && now - lostAt < toldForMs;
}

/** When the database was lost, epoch ms; null = it never was. */
export async function readLostAt(): Promise<number | null> {
  const stored = v.safeParse(v.number(), (await chrome.storage.local.get(lostKey))[lostKey]);
  return stored.success ? stored.output : null;
}
