import { useEffect, useState } from 'react';

import type { QueueEntry } from '../../application/panel/queue.ts';
import type { OutboxState } from '../../application/ports/outbox.ts';
import type { GroupId } from '../../domain/ids.ts';
import { useQueueStore } from '../store/queue-context.tsx';

/** Which mails of the queue a list shows: of one group, or of all; `states` must stay the same list. */
export type EntriesWanted = {
  readonly group?: GroupId;
  readonly states: readonly OutboxState['kind'][];
};

type Read = {
  /** Null until read. */
  readonly entries: readonly QueueEntry[] | null;
  /** There are no more than these. */
  readonly complete: boolean;
  readonly failed: boolean;
};

const firstCount = 200;

/** The mails of a list as far as it was read, kept up to date; `more` reads on, twice as many each time. */
export function useEntries({ group, states }: EntriesWanted) {
  const { backend, state, refresh } = useQueueStore();
  const [count, setCount] = useState(firstCount);
  const [read, setRead] = useState<Read>({ entries: null, complete: false, failed: false });

  useEffect(() => {
    let turn = 0;
    const ask = async () => {
      turn += 1;
      const mine = turn;
      const query = { states, limit: count, offset: 0, ...(group === undefined ? {} : { group }) };
      try {
        const entries = await backend.entries(query);
        if (mine === turn) setRead({ entries, complete: entries.length < count, failed: false });
      } catch {
        if (mine === turn) setRead((before) => ({ ...before, failed: true }));
      }
    };
    const stop = state.subscribe((after, before) => {
      if (after.round !== before.round) void ask();
    });
    void ask();
    return () => {
      turn = Infinity;
      stop();
    };
  }, [backend, state, group, states, count]);

  return {
    ...read,
    more: () => {
      if (!read.complete && read.entries !== null && read.entries.length >= count) {
        setCount(count * 2);
      }
    },
    retry: () => void refresh(),
  };
}
