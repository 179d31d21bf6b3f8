import type { QueueLimit } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';

/** A sender's part of a limit that a whole company shares (domain/sending/tables). */
const shared = 'x.terrl share';

/**
 * Why a mail waits, in words: the limits by their numbers and who set them. An id that the queue does not name gets a
 * plain sentence. Empty where nothing holds it.
 */
export function reasonOf(
  because: readonly string[],
  limits: readonly QueueLimit[],
  messages: Messages,
  count: (value: number) => string,
): string {
  // One limit says enough; what is held by several is held by each.
  const [id] = because;
  if (id === undefined) return '';
  const words = messages.queue.limits;
  const limit = limits.find((one) => one.id === id);
  if (limit?.layer === undefined) return words.unnamed;
  const amount = words.amount(count(limit.max + limit.kept), limit);
  const whose = id === shared ? words.whose.share : words.whose[limit.layer];
  const reason = whose(amount);
  return limit.kept === 0 ? reason : `${reason}, ${words.kept(count(limit.kept))}`;
}

/** The same in a few words, for a row. */
export function briefReasonOf(
  because: readonly string[],
  limits: readonly QueueLimit[],
  messages: Messages,
  count: (value: number) => string,
): string {
  const limit = limits.find(({ id }) => id === because[0]);
  return limit === undefined
    ? reasonOf(because, limits, messages, count)
    : messages.queue.limits.amount(count(limit.max), limit);
}
