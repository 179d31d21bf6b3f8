import { useState } from 'react';

import type { QueueEntry } from '../../application/panel/queue.ts';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Say } from '../text/say.tsx';
import { Ask } from './ask.tsx';
import { Decide } from './decide.tsx';
import { useChange } from './use-change.ts';

/** What can be done with one mail as it stands: nothing with one that has left, or just leaves. */
export function EntryActions({ entry }: { readonly entry: QueueEntry }) {
  const words = useSurroundings().messages.queue;
  const { busy, failed, run } = useChange();
  const [asking, setAsking] = useState(false);
  const { mailId, state } = entry;
  if (state.kind === 'unsure') return <Decide entry={entry} />;
  const waits = state.kind === 'waiting' || state.kind === 'drafted';
  if (!waits && state.kind !== 'held') return null;
  if (asking) {
    return (
      <Ask
        title={
          <Say sentence={words.cancelMailAsk(entry.name === '' ? entry.address : entry.name)} />
        }
        why={words.cancelMailWhy}
        yes={words.cancelMail}
        no={words.cancelMailNo}
        onYes={() => void run((queue) => queue.cancel({ mail: mailId }), 'takenOut')}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <>
      {failed && <p className="tone-needs-you">{words.said.failed}</p>}
      <div className="steps">
        {waits && (
          <Button
            look="text"
            disabled={busy}
            onPress={() => void run((queue) => queue.sendNext(mailId), 'next')}
          >
            {words.sendNext}
          </Button>
        )}
        <Button look="text" disabled={busy} onPress={() => setAsking(true)}>
          {words.cancelMail}
        </Button>
      </div>
    </>
  );
}
