import type { QueueView } from '../../application/panel/queue.ts';
import { Note } from '../parts/note.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';

/** Why the queue does not move, where it does not by itself. */
export function StandingNote({ standing }: { readonly standing: QueueView['standing'] }) {
  const { messages, times } = useSurroundings();
  const words = messages.queue;
  const now = useNow();
  switch (standing.kind) {
    case 'idle':
    case 'running':
      return null;
    case 'elsewhere':
      return (
        <Note
          tone="waiting"
          title={words.elsewhere}
          why={words.elsewhereWhy(times.point(standing.freeAt, now))}
        />
      );
    case 'gate':
      return (
        <Note
          tone="waiting"
          title={words.gate(times.point(standing.until, now))}
          why={words.gateWhy}
        />
      );
    case 'trouble':
      return <Note tone="waiting" title={words.trouble} why={words.troubleWhy} />;
  }
}
