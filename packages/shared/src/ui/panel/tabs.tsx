import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

import { useQueueState } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

const tabs = ['feed', 'queue'] as const;

type Tab = (typeof tabs)[number];

/** Feed and Queue as tabs (WAI-ARIA tabs pattern). The feed stays below the queue, so that coming back finds its place. */
export function Tabs(props: { readonly feed: ReactNode; readonly queue: ReactNode }) {
  const [chosen, setChosen] = useState<Tab>('feed');
  const id = useId();

  function onKey(event: KeyboardEvent<HTMLButtonElement>, tab: Tab): void {
    const next = nextTab(event, tab);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    document.getElementById(`${id}-${next}`)?.focus();
  }

  return (
    <>
      <nav>
        <div role="tablist" className="tabs">
          {tabs.map((tab) => (
            <button
              key={tab}
              id={`${id}-${tab}`}
              type="button"
              role="tab"
              className="tab"
              aria-selected={tab === chosen}
              aria-controls={`${id}-${tab}-panel`}
              tabIndex={tab === chosen ? 0 : -1}
              onClick={() => setChosen(tab)}
              onKeyDown={(event) => onKey(event, tab)}
            >
              <TabName tab={tab} />
            </button>
          ))}
        </div>
      </nav>
      <div className="tab-panels">
        <div
          role="tabpanel"
          id={`${id}-feed-panel`}
          className="tab-panel"
          inert={chosen !== 'feed'}
        >
          {props.feed}
        </div>
        <div
          role="tabpanel"
          id={`${id}-queue-panel`}
          className="tab-panel"
          inert={chosen !== 'queue'}
        >
          {chosen === 'queue' && props.queue}
        </div>
      </div>
    </>
  );
}

function TabName({ tab }: { readonly tab: Tab }) {
  const { messages, times } = useSurroundings();
  const waiting = useQueueState(({ view }) => view?.waiting ?? 0);
  if (tab === 'feed') return messages.feed;
  return waiting === 0 ? (
    messages.queue.tab
  ) : (
    <>
      {messages.queue.tab} <span className="tab-count">{times.count(waiting)}</span>
    </>
  );
}

function nextTab(event: KeyboardEvent<HTMLElement>, tab: Tab): Tab | undefined {
  const at = tabs.indexOf(tab);
  const towardsEnd = event.currentTarget.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return tabs.at((at + (event.key === towardsEnd ? 1 : -1)) % tabs.length);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
