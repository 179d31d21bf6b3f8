import type { QueueEntry, QueueLimit } from '../../application/panel/queue.ts';
import type { Messages } from '../messages/en.ts';
import type { Sentence } from '../text/sentence.ts';
import type { Times } from '../time/times.ts';
import { briefReasonOf, reasonOf } from './reasons.ts';

/** What a row says of a mail: when, in a few words why, and in full how it stands. */
export type EntryWords = {
  readonly when: string;
  readonly brief: string;
  readonly full: Sentence;
};

/** The words of one mail of the queue; `paused`: its group mail is. */
export function entryWords(
  { state, plannedAt, because }: QueueEntry,
  paused: boolean,
  limits: readonly QueueLimit[],
  surroundings: { readonly messages: Messages; readonly times: Times },
  now: number,
): EntryWords {
  const { messages, times } = surroundings;
  const words = messages.queue.entry;
  switch (state.kind) {
    case 'drafting':
    case 'sending':
      return same(words.leavingShort, words.leaving);
    case 'waiting':
    case 'drafted': {
      if (plannedAt === null) return same('', paused ? words.paused : words.noTime);
      const full = reasonOf(because, limits, messages, times.count);
      return {
        when: times.point(plannedAt, now),
        brief: briefReasonOf(because, limits, messages, times.count),
        full: [full === '' ? words.soon : full],
      };
    }
    case 'handing-over':
    case 'held':
      return { when: times.point(state.leavesAt, now), brief: '', full: [words.held] };
    case 'sent':
      return {
        when: times.brief(state.at, now),
        brief: '',
        full: [words.sent(times.point(state.at, now))],
      };
    case 'unsure':
      return same(times.brief(state.since, now), words.unsure);
    case 'refused': {
      const full = words.refused(state.reason);
      return { when: '', brief: '', full };
    }
    case 'cancelled':
      return same('', words.cancelled[state.by]);
  }
}

function same(when: string, brief: string): EntryWords {
  return { when, brief, full: [brief] };
}
