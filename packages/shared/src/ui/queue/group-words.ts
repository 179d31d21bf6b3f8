import type { QueueGroup } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';

/** How a group mail stands in a word or two; null = it runs. */
export function groupState(group: QueueGroup, words: Messages['queue']): string | null {
  const { state, waiting } = group;
  if (state.kind === 'cancelled') return words.states.cancelled;
  if (waiting === 0) return words.states.done;
  return state.kind === 'paused' ? words.states[state.by] : null;
}

/** Why it does not run and what to do; null where that needs no words. */
export function groupStateWhy({ state }: QueueGroup, words: Messages['queue']): string | null {
  if (state.kind !== 'paused' || state.by === 'person') return null;
  return words.stateWhy[state.by];
}

/** How many mails a group mail has, whatever became of them. */
export function groupSize({ waiting, sent, other }: QueueGroup): number {
  return waiting + sent + other;
}
