import { usePanelState } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { spoken } from '../text/sentence.ts';
import { entryWords } from './entry-words.ts';

/** Tells screen readers, when they have a pause, what has newly come into the feed. */
export function Announcer() {
  const { messages, times, clock } = useSurroundings();
  const news = usePanelState((state) => state.news);
  const [newest] = news;
  return (
    <div className="for-ears" aria-live="polite" data-testid="announcer">
      {newest === undefined
        ? null
        : announce(spoken(entryWords(newest, messages, (at) => times.point(at, clock())).fact))}
    </div>
  );

  function announce(fact: string): string {
    return news.length === 1 ? fact : messages.feedStates.announceMany(news.length, fact);
  }
}
