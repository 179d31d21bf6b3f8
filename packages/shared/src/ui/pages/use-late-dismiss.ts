import { useEffect, useRef, useState } from 'react';

import type { MailboxMessageId } from '../../domain/ids.ts';
import { usePanelStore } from '../store/panel-context.tsx';

/** How long a notice that was taken off can be brought back, ms. */
const patienceMs = 8000;

/** Takes notices off the list a little later, since it cannot be taken back: until then, or until the page is left, Undo stands there. */
export function useLateDismiss() {
  const { dismissNotice } = usePanelStore();
  const [dismissed, setDismissed] = useState<ReadonlySet<MailboxMessageId>>(new Set());
  const timers = useRef(new Map<MailboxMessageId, ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const [id, timer] of waiting) {
        clearTimeout(timer);
        void dismissNotice(id);
      }
      waiting.clear();
    };
  }, [dismissNotice]);

  const forget = (id: MailboxMessageId) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
  };
  return {
    dismissed,
    dismiss(id: MailboxMessageId) {
      setDismissed((ids) => new Set([...ids, id]));
      const timer = setTimeout(() => {
        forget(id);
        void dismissNotice(id);
      }, patienceMs);
      timers.current.set(id, timer);
    },
    restore(id: MailboxMessageId) {
      forget(id);
      setDismissed((ids) => new Set([...ids].filter((other) => other !== id)));
    },
  };
}
