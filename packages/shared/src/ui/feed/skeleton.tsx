import { useSurroundings } from '../surroundings.tsx';

const rows = ['a', 'b', 'c', 'd', 'e'] as const;

/** Rows in grey while the feed, or what `words` name, is read; they show only where that takes longer than 300 ms (feed.css). */
export function Skeleton({ words }: { readonly words?: string }) {
  const { messages } = useSurroundings();
  return (
    <output className="skeleton">
      <span className="for-ears">{words ?? messages.feedStates.loading}</span>
      {rows.map((row) => (
        <span key={row} className="skeleton-row" aria-hidden>
          <span />
          <span />
          <span />
        </span>
      ))}
    </output>
  );
}
