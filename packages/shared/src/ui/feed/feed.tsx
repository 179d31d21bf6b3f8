import { useMemo } from 'react';

import { TestMailButton } from '../panel/test-mail-button.tsx';
import { BlankState } from '../parts/blank-state.tsx';
import { Button } from '../parts/button.tsx';
import { everything, isFiltered } from '../store/feed-filter.ts';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useNow } from '../time/use-now.ts';
import { Announcer } from './announcer.tsx';
import { FeedList } from './feed-list.tsx';
import { FilterBar } from './filter-bar.tsx';
import { rowsOf } from './rows.ts';
import { Skeleton } from './skeleton.tsx';

/** The live feed with its filter, in whichever state it is. */
export function Feed() {
  const { messages } = useSurroundings();
  const feed = usePanelState((state) => state.feed);
  const store = usePanelStore();
  return (
    <>
      <FilterBar />
      <Announcer />
      <main className="panel-main" aria-label={messages.feed}>
        {feed.kind === 'loading' && <Skeleton />}
        {feed.kind === 'failed' && (
          <BlankState
            title={messages.feedStates.failed}
            step={
              <Button look="primary" onPress={() => void store.retry()}>
                {messages.tryAgain}
              </Button>
            }
          >
            <p>{messages.failure.retryWhy}</p>
          </BlankState>
        )}
        {feed.kind === 'ready' && <Entries />}
      </main>
    </>
  );
}

function Entries() {
  const feed = usePanelState((state) => state.feed);
  const status = usePanelState((state) => state.status);
  const filter = usePanelState((state) => state.filter);
  const now = useNow();
  const events = feed.kind === 'ready' ? feed.events : null;
  const leaving = status?.leaving;
  // What leaves has no event yet, so the log cannot search it: it is shown where the filter could not exclude it.
  const shown = (filter.kind === 'all' || filter.kind === 'sent') && filter.text.trim() === '';
  const rows = useMemo(
    () => rowsOf(events ?? [], shown ? (leaving ?? []).filter((mail) => mail.follow) : [], now),
    [events, leaving, shown, now],
  );
  if (feed.kind !== 'ready') return null;
  if (rows.length > 0) return <FeedList rows={rows} feed={feed} now={now} />;
  return isFiltered(filter) ? <NothingFound /> : <NothingYet />;
}

function NothingYet() {
  const { feedStates, look } = useSurroundings().messages;
  const looking = usePanelState((state) => state.lookAsked || state.status?.looking === true);
  const store = usePanelStore();
  return (
    <BlankState
      title={feedStates.empty}
      step={
        <div className="blank-steps">
          <Button look="primary" disabled={looking} onPress={() => void store.lookNow()}>
            {looking ? look.looking : look.now}
          </Button>
          <TestMailButton look="text" />
        </div>
      }
    >
      <p>{feedStates.emptyWhy}</p>
    </BlankState>
  );
}

function NothingFound() {
  const { feedStates } = useSurroundings().messages;
  const store = usePanelStore();
  return (
    <BlankState
      title={feedStates.nothingFound}
      step={
        <Button look="primary" onPress={() => store.setFilter(everything)}>
          {feedStates.clearFilter}
        </Button>
      }
    >
      <p>{feedStates.nothingFoundWhy}</p>
    </BlankState>
  );
}
