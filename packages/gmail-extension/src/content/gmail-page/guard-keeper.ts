import {
  type GuardedAddress,
  obstaclesFor,
  refuses,
  type SendGuard,
} from '@postrider/shared/domain/sending/send-guard';

import type { Asked } from '../../bus/ask.ts';

/** Knows at Send, without asking anybody, to whom mail must not leave. */
export type GuardKeeper = {
  /** Asks the worker anew. Called when it may have changed; what it gives stays until then. */
  refresh(): Promise<void>;
  /** Asks about these recipients where there are too many addresses to know them all. */
  learn(recipients: readonly string[]): Promise<void>;
  /** Who of them refuses the mail; nobody where nothing is known or what is known is too old: then the mail leaves. */
  refusing(recipients: readonly string[]): readonly GuardedAddress[];
  /** Who of them is only warned of. */
  doubtful(recipients: readonly string[]): readonly GuardedAddress[];
};

/** Older than this it decides nothing any more. Word of a change renews it at once, so it gets old only where the worker is silent. */
const freshMs = 30 * 60_000;

/** Starts knowing nothing. */
export function createGuardKeeper(parts: {
  readonly ask: () => Promise<Asked<SendGuard>>;
  readonly askFor: (recipients: readonly string[]) => Promise<Asked<readonly GuardedAddress[]>>;
  readonly now: () => number;
}): GuardKeeper {
  let guard: SendGuard | null = null;
  let knownAt = 0;

  const found = (recipients: readonly string[]) =>
    guard === null || parts.now() - knownAt > freshMs ? [] : obstaclesFor(guard, recipients);

  return {
    async refresh() {
      const answer = await parts.ask();
      if (answer.kind !== 'ok') return;
      guard = answer.value;
      knownAt = parts.now();
    },
    async learn(recipients) {
      if (guard === null || guard.complete || recipients.length === 0) return;
      const answer = await parts.askFor(recipients);
      if (answer.kind !== 'ok') return;
      const asked = new Set(recipients);
      const others = guard.addresses.filter(({ address }) => !asked.has(address));
      guard = { ...guard, addresses: [...others, ...answer.value] };
    },
    refusing: (recipients) => found(recipients).filter(({ obstacle }) => refuses(obstacle)),
    doubtful: (recipients) => found(recipients).filter(({ obstacle }) => !refuses(obstacle)),
  };
}
