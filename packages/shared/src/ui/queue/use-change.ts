import { useState } from 'react';

import type { QueueBackend } from '../../application/panel/queue.ts';
import { useQueueStore } from '../store/queue-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { useAnnounce } from './announce.tsx';

/** Does something to the queue, tells what came of it, and says whether it is still under way. */
export function useChange() {
  const { said } = useSurroundings().messages.queue;
  const { change } = useQueueStore();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function run(
    what: (queue: QueueBackend) => Promise<void>,
    done: keyof typeof said,
  ): Promise<void> {
    if (busy) return;
    setBusy(true);
    const went = await change(what);
    announce(said[went ? done : 'failed']);
    setFailed(!went);
    setBusy(false);
  }

  return { busy, failed, run };
}
