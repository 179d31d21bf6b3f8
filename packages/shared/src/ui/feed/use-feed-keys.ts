import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

import type { Row } from './rows.ts';

const pageRows = 8;

/**
 * Moves the focus through the entries by arrow keys, Page Up and Down, Home and End. One entry is the tab
 * stop; it is known by its key, so entries that come in above it do not move it.
 */
export function useFeedKeys(rows: readonly Row[]) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const wanted = useRef<{ readonly index: number; readonly list: Element } | null>(null);
  const first = rows.findIndex((row) => row.kind === 'event');
  const found = activeKey === null ? -1 : rows.findIndex((row) => row.key === activeKey);
  const activeIndex = found === -1 ? first : found;

  // The entry may come into the page only by the scrolling that was asked for.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const entry = entryAt(wanted.current.list, wanted.current.index);
    if (entry === null) return;
    wanted.current = null;
    entry.focus({ preventScroll: true });
  });

  function onKey(event: KeyboardEvent<HTMLElement>, show: (index: number) => void): void {
    const next = nextIndex(event.key, activeIndex, first, rows.length - 1);
    const row = next === null ? undefined : rows[next];
    const list = event.currentTarget.closest('[role=feed]');
    if (next === null || row === undefined || list === null) return;
    event.preventDefault();
    wanted.current = { index: next, list };
    setActiveKey(row.key);
    show(next);
  }

  return { activeIndex, onKey, onFocus: setActiveKey };
}

function entryAt(list: Element, index: number): HTMLElement | null {
  return list.querySelector<HTMLElement>(`[data-index="${index}"] button.entry`);
}

function nextIndex(key: string, at: number, first: number, last: number): number | null {
  const bounded = (index: number) => Math.min(Math.max(index, first), last);
  switch (key) {
    case 'ArrowDown':
      return bounded(at + 1);
    case 'ArrowUp':
      return bounded(at - 1);
    case 'PageDown':
      return bounded(at + pageRows);
    case 'PageUp':
      return bounded(at - pageRows);
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
