import type { Outcome } from '@postrider/shared/application/ports/outcome';
import type { MailboxAddress } from '@postrider/shared/domain/ids';
import * as v from 'valibot';

const key = 'ownServerAliases';
const askEveryMs = 24 * 3_600_000;
const tryAgainMs = 10 * 60_000;

const kept = v.object({ account: v.string(), readAt: v.number(), addresses: v.array(v.string()) });

/** Knows which addresses of the connected account do not send through Gmail. */
export type AliasKeeper = {
  /** What is known now, lower case; asks Google once a day, behind the answer. */
  ownServer(account: MailboxAddress): Promise<readonly string[]>;
};

/** Keeps the answer in `storage.local`, because the worker is stopped all the time. `changed` is called when it is another. */
export function createAliasKeeper(parts: {
  readonly ask: (account: MailboxAddress) => Promise<Outcome<readonly string[]>>;
  readonly now: () => number;
  readonly changed: () => void;
}): AliasKeeper {
  let triedAt = Number.NEGATIVE_INFINITY;

  async function renew(account: MailboxAddress, before: readonly string[]): Promise<void> {
    triedAt = parts.now();
    const asked = await parts.ask(account);
    if (asked.kind !== 'ok') return;
    const addresses = [...asked.value];
    await chrome.storage.local.set({ [key]: { account, readAt: parts.now(), addresses } });
    if (addresses.join(' ') !== before.join(' ')) parts.changed();
  }

  return {
    async ownServer(account) {
      const parsed = v.safeParse(kept, (await chrome.storage.local.get(key))[key]);
      const known = parsed.success && parsed.output.account === account ? parsed.output : null;
      const addresses = known?.addresses ?? [];
      const due = known === null || parts.now() - known.readAt >= askEveryMs;
      if (due && parts.now() - triedAt >= tryAgainMs) {
        void renew(account, addresses).catch((error: unknown) => reportError(error));
      }
      return addresses;
    },
  };
}
