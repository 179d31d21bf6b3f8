import { scheduleSend, sendButtons } from '../gmail-selectors.ts';
import { guarded } from '../guarded.ts';

type How = 'now' | 'later';

/**
 * Calls back before Gmail hears that Send or Schedule send was pressed in a compose form, by mouse or keyboard.
 * `cancel` keeps it from Gmail and works only before the call returns.
 */
export function onSendPress(
  root: Element,
  signal: AbortSignal,
  pressed: (cancel: () => void, how: How) => void,
): void {
  const hear = (event: MouseEvent | KeyboardEvent) =>
    guarded(() => {
      const how = root.isConnected ? pressOf(event, root) : null;
      if (how === null) return;
      pressed(() => {
        event.preventDefault();
        event.stopImmediatePropagation();
      }, how);
    });
  // On the window and on the way down: before anything of Gmail's own, wherever it listens.
  for (const type of ['mouseup', 'click', 'keydown'] as const) {
    addEventListener(type, hear, { capture: true, signal });
  }
}

function pressOf(event: MouseEvent | KeyboardEvent, root: Element): How | null {
  const { target } = event;
  if (!(target instanceof Element) || !root.contains(target)) return null;
  const onSend = target.closest(sendButtons) !== null;
  const onSchedule = target.closest(scheduleSend) !== null;
  if (event instanceof KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'now';
    if (event.key !== 'Enter' && event.key !== ' ') return null;
  }
  if (onSchedule) return 'later';
  return onSend && event.type !== 'mouseup' ? 'now' : null;
}
