import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { useQueueState, useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';

/** The queue's own page, and what is opened from it. */
export function QueuePages() {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const view = useQueueState((state) => state.view);
  const { change } = useQueueStore();
  const now = useNow();
  if (view === null) return null;
  if (view.waiting === 0) return <BlankState title={words.empty}>{null}</BlankState>;
  const doneAt = view.doneAt === null ? null : times.point(view.doneAt, now);
  return (
    <main className="panel-main">
      <p>{words.summary(times.count(view.waiting), doneAt)}</p>
      <Button look="plain" onPress={() => void change((queue) => queue.pause('all'))}>
        {words.pause}
      </Button>
    </main>
  );
}
