import { useEffect, useState } from 'react';

import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import type { PartProps } from './part-props.ts';

const undoSeconds = 8;

/** What is stored where, and clearing the feed: it waits some seconds in which it can be undone, since afterwards it cannot. */
export function StoredPart({
  view,
  stored,
  backend,
  ask,
}: PartProps & {
  /** How many events there are; null = not counted yet. */
  readonly stored: number | null;
}) {
  const { messages, times } = useSurroundings();
  const words = messages.options;
  const [left, setLeft] = useState<number | null>(null);
  const [cleared, setCleared] = useState(false);

  useEffect(() => {
    if (left === null) return undefined;
    const timer = setTimeout(() => {
      setLeft(left > 1 ? left - 1 : null);
      if (left > 1) return;
      void ask(async () => {
        await backend.clearEvidence();
        setCleared(true);
      });
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, ask, backend]);

  return (
    <section className="settings-part">
      <h2>{words.stored}</h2>
      <ul>
        {words.storedHere.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {'account' in view.connection && (
        <>
          {stored !== null && <p>{words.storedEvents(stored, times.count(stored))}</p>}
          <p className="soft">{words.clearWhy}</p>
          <div className="settings-steps">
            {left === null ? (
              <Button
                look="plain"
                onPress={() => {
                  setCleared(false);
                  setLeft(undoSeconds);
                }}
              >
                {words.clear}
              </Button>
            ) : (
              <Button look="plain" onPress={() => setLeft(null)}>
                {messages.undo}
              </Button>
            )}
            {left !== null && <span aria-hidden>{words.clearing(left)}</span>}
            <output>
              {left !== null && <span className="for-ears">{words.clearing(undoSeconds)}</span>}
              {cleared && left === null && words.cleared}
            </output>
          </div>
        </>
      )}
    </section>
  );
}
