import type { MailEvent } from '../../domain/analytics/event.ts';

/**
 * The loaded part of the feed after its newest part was read again. Both lists are newest first.
 * `head` rules as far down as it reaches; below it the loaded entries stay, without those that an entry
 * of the head corrects. The very same list is given back where nothing changed.
 */
export function mergeHead(
  loaded: readonly MailEvent[],
  head: readonly MailEvent[],
): readonly MailEvent[] {
  const oldest = head.at(-1);
  if (oldest === undefined) return loaded;
  const replaced = new Set(head.flatMap((event) => [event.id, event.supersedes ?? event.id]));
  const below = loaded.filter(
    (event) => event.occurredAt <= oldest.occurredAt && !replaced.has(event.id),
  );
  const merged = [...head, ...below];
  return sameEntries(loaded, merged) ? loaded : merged;
}

/** Adds the next older page, without entries that are there already. */
export function appendPage(
  loaded: readonly MailEvent[],
  page: readonly MailEvent[],
): readonly MailEvent[] {
  const known = new Set(loaded.map((event) => event.id));
  return [...loaded, ...page.filter((event) => !known.has(event.id))];
}

/** Whether both lists hold the same entries in the same order; an entry never changes under its id. */
function sameEntries(a: readonly MailEvent[], b: readonly MailEvent[]): boolean {
  return a.length === b.length && a.every((event, at) => event.id === b[at]?.id);
}
