import { useCallback } from 'react';

import { Choice } from '../parts/choice.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { feedKinds, feedTimes } from '../store/feed-filter.ts';
import { usePanelState, usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** What of the feed is shown: kind, time, and a search over people and subjects. */
export function FilterBar() {
  const words = useSurroundings().messages.filter;
  const filter = usePanelState((state) => state.filter);
  const { setFilter } = usePanelStore();
  const onSearch = useCallback((text: string) => setFilter({ text }), [setFilter]);
  return (
    <search className="filter-bar">
      <SearchField label={words.search} value={filter.text} onSearch={onSearch} />
      <div className="filter-choices">
        <Choice
          label={words.kind}
          value={filter.kind}
          values={feedKinds}
          words={words.kinds}
          set={filter.kind !== 'all'}
          onChange={(kind) => setFilter({ kind })}
        />
        <Choice
          label={words.time}
          value={filter.time}
          values={feedTimes}
          words={words.times}
          set={filter.time !== 'any'}
          onChange={(time) => setFilter({ time })}
        />
      </div>
    </search>
  );
}
