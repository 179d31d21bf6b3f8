import { useEffect } from 'react';

/** Calls back when Escape is pressed and nothing smaller takes it: a field that it empties, or an open menu that it closes. */
export function useEscape(leave: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(':popover-open') === null) leave();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [leave]);
}
