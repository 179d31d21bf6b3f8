import { lazy, Suspense } from 'react';

import { Skeleton } from '../feed/skeleton.tsx';
import { useSurroundings } from '../surroundings.tsx';

/** A chunk of its own: most openings of the panel are for the feed only. */
const QueuePages = lazy(async () => {
  const { QueuePages: component } = await import('../queue/queue-pages.tsx');
  return { default: component };
});

/** The pages of mail that leaves in the background, loaded when they are first opened. */
export function QueueTab() {
  const { queue } = useSurroundings().messages;
  return (
    <Suspense fallback={<Skeleton words={queue.loading} />}>
      <QueuePages />
    </Suspense>
  );
}
