import type { Switches } from '../accounts.ts';

/**
 * The page's own names for drafts and threads. Gmail's page names a draft `msg-a:r…` before the
 * server knows it and keeps the name over every save, while the REST id may change.
 */
type Keys = { readonly key: string; readonly threadKey: string };

type Ids = { readonly id: string; readonly threadId: string };

/** What the page calls the drafts and threads of one account. */
export type DraftKeys = {
  /** Remembers that the keys stand for a message and its thread. */
  bind(keys: Keys, ids: Ids): void;
  /** The keys of a draft; new ones where the page did not write it. */
  keysOf(ids: Ids): Keys;
  /** The keys that were bound to a message, if any were. */
  keyOf(id: string): Keys | undefined;
  /** The REST thread id that a thread key stands for, if the thread exists. */
  threadIdOf(threadKey: string): string | undefined;
};

/** Starts with no keys; `randomDigits` gives the digits of a new one, `foreign` the kind of name for what the page did not write. */
export function createDraftKeys(
  randomDigits: () => string,
  foreign: () => Switches['foreignDraftKey'] = () => 'web',
): DraftKeys {
  const keys = new Map<string, Keys>();
  const threadIds = new Map<string, string>();

  return {
    bind(pair, { id, threadId }) {
      keys.set(id, pair);
      threadIds.set(pair.threadKey, threadId);
    },
    keysOf: ({ id, threadId }) =>
      keys.get(id) ?? {
        key: foreignKey(foreign(), id, randomDigits),
        threadKey: `thread-f:${BigInt(`0x${threadId}`)}`,
      },
    keyOf: (id) => keys.get(id),
    threadIdOf: (threadKey) => threadIds.get(threadKey) ?? idInKey(threadKey),
  };
}

// Phones name their drafts `msg-a:mmiai-r…` (seen in public "Show original" addresses).
function foreignKey(
  kind: Switches['foreignDraftKey'],
  id: string,
  randomDigits: () => string,
): string {
  if (kind === 'received') return `msg-f:${BigInt(`0x${id}`)}`;
  return kind === 'mobile' ? `msg-a:mmiai-r${randomDigits()}` : `msg-a:r${randomDigits()}`;
}

/** The REST id in a key such as `thread-f:` or `msg-f:`, where it stands in decimal digits. */
export function idInKey(key: string): string | undefined {
  const digits = /^(?:thread|msg)-f:(\d{1,20})$/.exec(key)?.[1];
  return digits === undefined ? undefined : BigInt(digits).toString(16).padStart(16, '0');
}
