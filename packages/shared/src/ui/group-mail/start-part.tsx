import { useState } from 'react';

import type { ListInput, StartOutcome } from '../../application/panel/queue.ts';
import type { GroupId } from '../../domain/ids.ts';
import type { Messages } from '../messages/en.ts';
import { Button } from '../parts/button.tsx';
import { useAnnounce } from '../queue/announce.tsx';
import { useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import type { Sentence } from '../text/sentence.ts';

type NotStarted = Exclude<StartOutcome, { readonly kind: 'started' }>;

/** The one step that sends: what it does stands beside it, and why it did not come about. */
export function StartPart(props: {
  readonly source: string;
  readonly list: ListInput;
  readonly count: number;
  readonly onStarted: (id: GroupId) => void;
}) {
  const { source, list, count, onStarted } = props;
  const { messages, times } = useSurroundings();
  const words = messages.groupMail;
  const { backend, refresh } = useQueueStore();
  const announce = useAnnounce();
  const [starting, setStarting] = useState(false);
  const [ended, setEnded] = useState<NotStarted | { readonly kind: 'unreachable' } | null>(null);

  async function start(): Promise<void> {
    setStarting(true);
    setEnded(null);
    try {
      const outcome = await backend.start(source, list);
      await refresh();
      if (outcome.kind === 'started') {
        announce(words.started(times.count(outcome.count)));
        onStarted(outcome.id);
      } else setEnded(outcome);
    } catch {
      // It may have come about all the same.
      await refresh();
      setEnded({ kind: 'unreachable' });
    }
    setStarting(false);
  }

  return (
    <section className="field">
      <div>
        <Button look="primary" disabled={starting} onPress={() => void start()}>
          {starting ? words.starting : words.start(count, times.count(count))}
        </Button>
      </div>
      <p className="soft">{words.startWhy}</p>
      <output className="tone-needs-you">
        {ended !== null && <Say sentence={endedWords(ended, messages, times.count)} />}
      </output>
    </section>
  );
}

function endedWords(
  ended: NotStarted | { readonly kind: 'unreachable' },
  { groupMail: { outcome } }: Messages,
  count: (value: number) => string,
): Sentence {
  switch (ended.kind) {
    case 'failed':
      return outcome.failed(ended.reason);
    case 'too-many':
      return [outcome['too-many'](count(ended.max))];
    case 'nothing-to-send':
    case 'source-gone':
    case 'unreachable':
      return [outcome[ended.kind]];
  }
}
