import Search from 'lucide-react/icons/search';
import { useEffect, useState } from 'react';

const pauseMs = 200;

/** A search field; tells its text once the typing pauses, and at once where it was emptied. Escape empties it. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}) {
  const { value, onSearch } = props;
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The filter was changed from elsewhere ("Show all"): the field follows.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onSearch(typed), typed === '' ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <span className="search">
      <Search size={14} aria-hidden />
      <input
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === '') return;
          // The field takes this Escape; the next one may leave the page.
          event.preventDefault();
          setTyped('');
        }}
      />
    </span>
  );
}
