import { type KeyboardEvent, useId } from 'react';

import type { QueueEntry } from '../../application/panel/queue.ts';
import { useQueueState } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { Outside, Say } from '../text/say.tsx';
import { EntryActions } from './entry-actions.tsx';
import { entryWords } from './entry-words.ts';

/** One mail at its place in the list: time, person, what holds it; opened, how it stands and what can be done. */
export function EntryRow(props: {
  readonly entry: QueueEntry;
  readonly index: number;
  /** How many rows the list has; -1 = not known yet. */
  readonly count: number;
  /** Distance from the list's top in px. */
  readonly top: number;
  readonly now: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly tabStop: boolean;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onFocus: () => void;
}) {
  const { entry, expanded, index, measure } = props;
  const surroundings = useSurroundings();
  const view = useQueueState((state) => state.view);
  const group = view?.groups.find((one) => one.id === entry.groupId);
  const id = useId();
  const words = entryWords(
    entry,
    group?.state.kind === 'paused',
    view?.limits ?? [],
    surroundings,
    props.now,
  );
  const refused = entry.state.kind === 'refused';
  return (
    <li
      ref={measure}
      data-index={index}
      className="queue-row"
      style={{ transform: `translateY(${props.top}px)` }}
      aria-posinset={index + 1}
      aria-setsize={props.count}
    >
      <button
        type="button"
        className="queue-entry"
        aria-expanded={expanded}
        aria-controls={expanded ? id : undefined}
        tabIndex={props.tabStop ? undefined : -1}
        onClick={props.onToggle}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && expanded) {
            event.preventDefault();
            props.onToggle();
          } else props.onKey(event);
        }}
        onFocus={props.onFocus}
      >
        <span className="queue-who one-line">
          <Outside text={entry.name === '' ? entry.address : entry.name} />
        </span>
        <span className="queue-when soft">{words.when}</span>
        {!expanded && (
          <span className={refused ? 'queue-why tone-needs-you two-lines' : 'queue-why soft'}>
            {refused ? <Say sentence={words.full} /> : words.brief}
          </span>
        )}
      </button>
      {expanded && (
        <div id={id} className="queue-details">
          {entry.name !== '' && (
            <p className="soft">
              <Outside text={entry.address} />
            </p>
          )}
          <p className={refused ? 'tone-needs-you' : undefined}>
            <Say sentence={words.full} />
          </p>
          <EntryActions entry={entry} />
        </div>
      )}
    </li>
  );
}
