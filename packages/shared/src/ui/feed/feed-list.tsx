import { type KeyboardEvent, useCallback, useId, useState } from 'react';

import type { MailEvent } from '../../domain/analytics/event.ts';
import type { EventId } from '../../domain/ids.ts';
import type { LoadedFeed } from '../store/feed-state.ts';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { FeedEnd } from './feed-end.tsx';
import { FeedRow } from './feed-row.tsx';
import { NewAbove } from './new-above.tsx';
import type { Row } from './rows.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import { useFeedWindow } from './use-feed-window.ts';

/** The entries as a list of which only the visible part stands in the page, however long it is. */
export function FeedList(props: {
  readonly rows: readonly Row[];
  readonly feed: LoadedFeed;
  readonly now: number;
}) {
  const { rows, feed, now } = props;
  const { messages } = useSurroundings();
  const store = usePanelStore();
  const id = useId();
  const [expanded, setExpanded] = useState<ReadonlySet<EventId>>(new Set());
  const keys = useFeedKeys(rows);
  const { scroller, ...view } = useFeedWindow(rows, keys.activeIndex, store.loadOlder);
  const onKey = (event: KeyboardEvent<HTMLButtonElement>) => keys.onKey(event, view.show);

  const toggle = useCallback((event: MailEvent) => {
    setExpanded((now_) => withToggled(now_, event.id));
  }, []);
  const close = useCallback((event: MailEvent) => {
    setExpanded((now_) => without(now_, event.id));
  }, []);

  return (
    <>
      <NewAbove rows={rows} atTop={view.atTop} onGoUp={view.goToTop} />
      <div className={feed.stale ? 'feed feed-stale' : 'feed'} ref={scroller}>
        <div
          role="feed"
          aria-label={messages.feed}
          aria-busy={feed.stale || feed.older === 'loading'}
          className="feed-rows"
          style={{ height: view.height }}
        >
          {view.items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <FeedRow
                key={item.key}
                row={row}
                index={item.index}
                count={feed.complete ? rows.length : -1}
                top={item.start}
                now={now}
                idPrefix={id}
                measure={view.measure}
                tabStop={item.index === keys.activeIndex}
                expanded={row.kind === 'event' && expanded.has(row.event.id)}
                onOpen={store.openMail}
                onToggle={toggle}
                onClose={close}
                onKey={onKey}
                onFocus={keys.onFocus}
              />
            );
          })}
        </div>
        <FeedEnd feed={feed} />
      </div>
    </>
  );
}

function withToggled(ids: ReadonlySet<EventId>, id: EventId): ReadonlySet<EventId> {
  return ids.has(id) ? without(ids, id) : new Set([...ids, id]);
}

function without(ids: ReadonlySet<EventId>, id: EventId): ReadonlySet<EventId> {
  return new Set([...ids].filter((other) => other !== id));
}
