import { useCallback, useEffect, useRef, useState } from 'react';

import { type OpenMailView, readOpenMail } from '../core/open-mail.ts';
import type { PaneCore } from '../core/pane-core.ts';
import { currentItem, onItemChanged, onRecipientsChanged } from '../office/current-item.ts';

/** The mail that is being written, read again whenever it may have changed, and how to have it read now. */
export function useOpenMail(core: PaneCore): readonly [OpenMailView, () => void] {
  const [view, setView] = useState<OpenMailView>({ kind: 'none' });
  const newest = useRef(0);

  const reload = useCallback(() => {
    newest.current += 1;
    const mine = newest.current;
    const read = async () => {
      const found = await readOpenMail(core);
      // An older question may be answered after a newer one.
      if (mine === newest.current) setView(found);
    };
    void read();
  }, [core]);

  useEffect(() => {
    const listen = () => {
      const current = currentItem();
      if (current.kind === 'writing') onRecipientsChanged(current.item, reload);
      reload();
    };
    listen();
    void onItemChanged(listen);
    window.addEventListener('focus', reload);
    const stop = core.panel.subscribe(reload);
    return () => {
      stop();
      window.removeEventListener('focus', reload);
    };
  }, [core, reload]);

  return [view, reload];
}
