import type { MailEvent } from '../../domain/analytics/event.ts';
import type { WatchState } from '../ports/watch-state.ts';
import type { WatchParts } from './watch-parts.ts';

/** One reading of the mailbox while it goes on: the state that will be stored, and what was new. */
export type Look = {
  readonly parts: WatchParts;
  state: WatchState;
  readonly news: MailEvent[];
};

/** Stores events and remembers those that were not known. */
export async function record(look: Look, events: readonly MailEvent[]): Promise<void> {
  if (events.length === 0) return;
  look.news.push(...(await look.parts.events.append(events)));
}
