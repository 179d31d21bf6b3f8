import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

const pageRows = 8;

/**
 * Moves the focus through the rows of a long list by arrow keys, Page Up and Down, Home and End. One row is the tab stop;
 * it is known by its key, so that rows that leave above it do not move it.
 */
export function useRowKeys(keys: readonly string[]) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const wanted = useRef<{ readonly index: number; readonly list: Element } | null>(null);
  const found = activeKey === null ? -1 : keys.indexOf(activeKey);
  const activeIndex = found === -1 ? 0 : found;

  // The row may come into the page only by the scrolling that was asked for.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const { index, list } = wanted.current;
    const row = list.querySelector<HTMLElement>(`[data-index="${index}"] > button`);
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  function onKey(event: KeyboardEvent<HTMLElement>, show: (index: number) => void): void {
    const next = nextIndex(event.key, activeIndex, keys.length - 1);
    const key = next === null ? undefined : keys[next];
    const list = event.currentTarget.closest('ul');
    if (next === null || key === undefined || list === null) return;
    event.preventDefault();
    wanted.current = { index: next, list };
    setActiveKey(key);
    show(next);
  }

  return { activeIndex, onKey, onFocus: setActiveKey };
}

function nextIndex(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + pageRows, last);
    case 'PageUp':
      return Math.max(at - pageRows, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
