import type { PanelBackend, PanelStatus } from '@postrider/shared/application/panel';
import type { Clock } from '@postrider/shared/application/ports/clock';
import type { MailboxAddress } from '@postrider/shared/domain/ids';

import { buildDigest } from '../digest/build-digest.ts';
import { digestKey, type DigestBudget } from '../digest/digest.ts';
import { readDigest } from '../digest/read-digest.ts';

/** What the digest for the events is made of, and where it goes. */
export type DigestKeeperParts = {
  readonly panel: Pick<PanelBackend, 'status' | 'suppressions' | 'sendGuard'>;
  readonly followByDefault: () => boolean;
  readonly addresses: () => readonly MailboxAddress[];
  /** What stands in roaming settings now. */
  readonly stored: (key: string) => unknown;
  readonly save: (key: string, text: string) => Promise<{ readonly kind: string }>;
  readonly newSalt: () => string;
  readonly clock: Clock;
};

/** Keeps the digest in the mailbox up to date. */
export type DigestKeeper = {
  /** Writes it where it says something else than before, or is growing old. Calls while one runs share the next. */
  update(): Promise<void>;
  /** How many suppressed addresses and blocked domains found no room: only the pane checks those. */
  missing(): { readonly blockedDomains: number; readonly suppressed: number };
};

/** A digest stops nobody after a day, and each write reaches the server: so it is renewed in between, ms. */
const renewAfterMs = 30 * 60_000;

/** Makes the keeper. A write that fails is tried again with the next update. */
export function createDigestKeeper(parts: DigestKeeperParts): DigestKeeper {
  const before = readDigest(parts.stored(digestKey));
  const salt = before?.salt ?? parts.newSalt();
  let written = { says: '', at: 0 };
  let missing = { blockedDomains: 0, suppressed: 0 };
  let running: Promise<void> | null = null;
  let again = false;

  async function write(): Promise<void> {
    const status = await parts.panel.status();
    const now = parts.clock();
    const connected = status.connection.kind === 'connected';
    // Times aside, which differ with every look.
    const built = connected ? await build(status, null) : null;
    const says = built?.text ?? '';
    if (says === written.says && now - written.at < renewAfterMs) return;
    const text = connected ? (await build(status, now)).text : '';
    if (!connected && written.at === 0 && before === null) return;
    const saved = await parts.save(digestKey, text);
    if (saved.kind !== 'ok') return;
    missing = built?.missing ?? missing;
    written = { says, at: now };
  }

  async function build(status: PanelStatus, now: number | null) {
    const [suppressions, guard] = await Promise.all([
      parts.panel.suppressions(),
      parts.panel.sendGuard(),
    ]);
    const own = 'account' in status.connection ? status.connection.account : null;
    return buildDigest({
      writtenAt: now ?? 0,
      followByDefault: parts.followByDefault(),
      aliases: parts.addresses().filter((address) => address !== own),
      budget: now === null ? untimed(budgetOf(status)) : budgetOf(status),
      blockedDomains: guard.blockedDomains,
      salt,
      suppressed: suppressions
        .filter(({ status: standing }) => standing === 'suppressed')
        .map(({ address }) => address),
      pixel: null,
    });
  }

  return {
    async update() {
      if (running) {
        again = true;
        return running;
      }
      running = (async () => {
        do {
          again = false;
          await write();
        } while (again);
      })().finally(() => {
        running = null;
      });
      return running;
    },
    missing: () => missing,
  };
}

function untimed(budget: DigestBudget | null): DigestBudget | null {
  return budget === null ? null : { ...budget, countedAt: 0 };
}

function budgetOf({ budget }: PanelStatus): DigestBudget | null {
  if (budget === null) return null;
  const { counts, max, used, countedAt, nextFreesAt } = budget;
  return { counts, max, used, countedAt, nextFreesAt };
}
