import type { KeyboardEvent } from 'react';

import type { MailEvent } from '../../domain/analytics/event.ts';
import { DayHead } from './day-head.tsx';
import { Entry } from './entry.tsx';
import { LeavingEntry } from './leaving-entry.tsx';
import type { Row } from './rows.ts';

/** One row at its place in the list: an article of the feed (WAI-ARIA feed pattern) with its day's head over it. */
export function FeedRow(props: {
  readonly row: Row;
  readonly index: number;
  /** How many rows the list has; -1 = not known yet. */
  readonly count: number;
  /** Distance from the list's top in px. */
  readonly top: number;
  readonly now: number;
  readonly idPrefix: string;
  readonly measure: (element: HTMLElement | null) => void;
  readonly tabStop: boolean;
  readonly expanded: boolean;
  readonly onOpen: (event: MailEvent) => void;
  readonly onToggle: (event: MailEvent) => void;
  readonly onClose: (event: MailEvent) => void;
  /** A key went down on the entry's button. */
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
  /** The entry with this key took the focus. */
  readonly onFocus: (key: string) => void;
}) {
  const { row, index, measure } = props;
  const name = `${props.idPrefix}-${row.key}`;
  const ids = { fact: `${name}-fact`, details: `${name}-details` };
  return (
    <article
      ref={measure}
      data-index={index}
      className="feed-row"
      style={{ transform: `translateY(${props.top}px)` }}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      aria-labelledby={ids.fact}
    >
      {row.kind === 'leaving' ? (
        <LeavingEntry mail={row.mail} factId={ids.fact} />
      ) : (
        <>
          {row.day !== null && <DayHead day={row.day} now={props.now} />}
          <Entry
            event={row.event}
            now={props.now}
            expanded={props.expanded}
            tabStop={props.tabStop}
            ids={ids}
            onOpen={props.onOpen}
            onToggle={props.onToggle}
            onClose={props.onClose}
            onKey={props.onKey}
            onFocus={() => props.onFocus(row.key)}
          />
        </>
      )}
    </article>
  );
}
