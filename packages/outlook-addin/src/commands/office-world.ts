import type { ComposeItem } from '../compose/compose-item.ts';
import type { World } from '../compose/world.ts';

/** Outlook as it is now, or null where no mail is being written. */
export function officeWorld(): World | null {
  const { mailbox, requirements, roamingSettings } = Office.context;
  const item: ComposeItem | null | undefined = mailbox.item;
  if (item === null || item === undefined) return null;
  return {
    item,
    ownAddress: (mailbox.userProfile?.emailAddress ?? '').trim().toLowerCase(),
    setting: (key) => roamingSettings.get(key),
    supports: (set) => requirements.isSetSupported('Mailbox', set),
    now: () => Date.now(),
    after,
    randomBytes,
  };
}

/** Runs something later; classic Outlook's event runtime may be without timers. */
export function after(ms: number, run: () => void): () => void {
  if (typeof setTimeout !== 'function') return () => undefined;
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/**
 * Random bytes for a mailId. Without `crypto` by Math.random: a mailId must only be nobody else's; what a stranger must
 * not be able to write is signed (domain/tracking/signed-token.ts).
 */
function randomBytes(): Uint8Array {
  const bytes = new Uint8Array(16);
  if (typeof crypto === 'object' && typeof crypto.getRandomValues === 'function') {
    return crypto.getRandomValues(bytes);
  }
  return bytes.map(() => Math.floor(Math.random() * 256));
}
