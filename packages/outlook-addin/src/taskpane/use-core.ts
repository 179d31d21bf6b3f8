import { useSyncExternalStore } from 'react';

import type { PaneCore } from '../core/pane-core.ts';

/** Reads something from the core now and whenever it tells of a change; the same thing must be given until it changed. */
export function useCore<Value>(core: PaneCore, read: (core: PaneCore) => Value): Value {
  return useSyncExternalStore(core.panel.subscribe, () => read(core));
}
