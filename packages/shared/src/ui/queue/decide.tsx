import type { QueueEntry } from '../../application/panel/queue.ts';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useChange } from './use-change.ts';

/** A person says whether a mail has left that nobody else can be sure of. */
export function Decide({ entry }: { readonly entry: QueueEntry }) {
  const words = useSurroundings().messages.queue;
  const { busy, failed, run } = useChange();
  const who = entry.name === '' ? entry.address : entry.name;
  const decide = (has: 'left' | 'not-left') => () =>
    void run((queue) => queue.decide(entry.mailId, has), 'decided');
  return (
    <>
      {failed && <p className="tone-needs-you">{words.said.failed}</p>}
      <div className="steps">
        <Button look="text" disabled={busy} label={words.itLeftFor(who)} onPress={decide('left')}>
          {words.itLeft}
        </Button>
        <Button
          look="text"
          disabled={busy}
          label={words.sendAgainFor(who)}
          onPress={decide('not-left')}
        >
          {words.sendAgain}
        </Button>
      </div>
    </>
  );
}
