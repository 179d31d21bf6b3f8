import ArrowUp from 'lucide-react/icons/arrow-up';
import { useState } from 'react';

import { useSurroundings } from '../surroundings.tsx';
import type { Row } from './rows.ts';

/** Tells a reader who has scrolled down how many entries came in above, and leads up to them. */
export function NewAbove(props: {
  readonly rows: readonly Row[];
  readonly atTop: boolean;
  readonly onGoUp: () => void;
}) {
  const { rows, atTop } = props;
  const { messages } = useSurroundings();
  const top = rows.find((row) => row.kind === 'event')?.key ?? null;
  const [seenTop, setSeenTop] = useState(top);
  if (atTop && top !== seenTop) setSeenTop(top);
  if (atTop || top === seenTop) return null;
  const count =
    rows.findIndex((row) => row.key === seenTop) - rows.findIndex((row) => row.key === top);
  if (count <= 0) return null;
  return (
    <button type="button" className="new-above" onClick={props.onGoUp}>
      <ArrowUp size={14} aria-hidden />
      {messages.feedStates.newAbove(count)}
    </button>
  );
}
