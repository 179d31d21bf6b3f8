import { useEffect, useMemo, useState } from 'react';

import type { QueueEntry } from '../../application/panel/queue.ts';
import type { MailId } from '../../domain/ids.ts';
import { Skeleton } from '../feed/skeleton.tsx';
import { Button } from '../parts/button.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { EntryRow } from './entry-row.tsx';
import { type EntriesWanted, useEntries } from './use-entries.ts';
import { useListWindow } from './use-list-window.ts';
import { useRowKeys } from './use-row-keys.ts';

const readAhead = 50;

/** Mails of the queue as a list of which only the visible part stands in the page, however long it is. */
export function EntryList({ wanted }: { readonly wanted: EntriesWanted }) {
  const { messages } = useSurroundings();
  const words = messages.queue;
  const { entries, complete, failed, more, retry } = useEntries(wanted);
  const again = (
    <Button look="text" onPress={retry}>
      {messages.tryAgain}
    </Button>
  );
  if (entries === null) {
    return failed ? (
      <p className="page-blank">
        {words.failed} {again}
      </p>
    ) : (
      <Skeleton words={words.loading} />
    );
  }
  if (entries.length === 0) return <p className="page-blank soft">{words.nobody}</p>;
  return (
    <>
      <Rows entries={entries} complete={complete} more={more} />
      {failed && (
        <p className="page-blank">
          {words.moreFailed} {again}
        </p>
      )}
    </>
  );
}

function Rows(props: {
  readonly entries: readonly QueueEntry[];
  readonly complete: boolean;
  readonly more: () => void;
}) {
  const { entries, complete, more } = props;
  const { messages } = useSurroundings();
  const now = useNow();
  const [expanded, setExpanded] = useState<MailId | null>(null);
  const ids = useMemo(() => entries.map(({ mailId }) => mailId), [entries]);
  const keys = useRowKeys(ids);
  const { list, begins, lastVisible, ...view } = useListWindow(ids, keys.activeIndex);

  useEffect(() => {
    if (lastVisible >= entries.length - readAhead) more();
  }, [lastVisible, entries.length, more]);

  return (
    <ul
      ref={list}
      className="queue-rows"
      aria-label={messages.queue.list}
      style={{ height: view.height }}
    >
      {view.items.map((item) => {
        const entry = entries[item.index];
        return entry === undefined ? null : (
          <EntryRow
            key={item.key}
            entry={entry}
            index={item.index}
            count={complete ? entries.length : -1}
            top={item.start - begins}
            now={now}
            measure={view.measure}
            tabStop={item.index === keys.activeIndex}
            expanded={entry.mailId === expanded}
            onToggle={() => setExpanded(entry.mailId === expanded ? null : entry.mailId)}
            onKey={(event) => keys.onKey(event, view.show)}
            onFocus={() => keys.onFocus(entry.mailId)}
          />
        );
      })}
    </ul>
  );
}
