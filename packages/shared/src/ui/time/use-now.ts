import { useEffect, useState } from 'react';

import { useSurroundings } from '../surroundings.tsx';

const tickMs = 15_000;

/** The current instant, renewed often enough for times that are told in minutes. */
export function useNow(): number {
  const { clock } = useSurroundings();
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), tickMs);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
