import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { Row } from './rows.ts';

/** Measured heights differ by a few pixels only; the estimate keeps the scroll bar steady. */
const rowHeight = { leaving: 68, event: 50, reason: 68, dayHead: 28 };
const overscan = 8;
const readAhead = 25;

/** The visible part of a long list, which keeps its place while entries come in above it. */
export function useFeedWindow(
  rows: readonly Row[],
  activeIndex: number,
  loadOlder: () => Promise<void>,
) {
  const scroller = useRef<HTMLDivElement>(null);
  const [atTop, setAtTop] = useState(true);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    // At the top new entries appear; further down the reader's entry stays where it is.
    anchorTo: atTop ? 'start' : 'end',
    // The entry that has the focus stays in the page when it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), activeIndex, range.count),
      [activeIndex],
    ),
    overscan,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const lastVisible = virtualizer.range?.endIndex ?? 0;

  useEffect(() => {
    if (lastVisible >= rows.length - readAhead) void loadOlder();
  }, [lastVisible, rows, loadOlder]);

  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => setAtTop((element?.scrollTop ?? 0) < 4);
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, []);

  return {
    scroller,
    atTop,
    items,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    show: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    goToTop: () => virtualizer.scrollToOffset(0),
  };
}

function estimate(row: Row | undefined): number {
  if (row === undefined || row.kind === 'leaving') return rowHeight.leaving;
  const hasReason = 'bounce' in row.event || 'detail' in row.event;
  return (
    (hasReason ? rowHeight.reason : rowHeight.event) + (row.day === null ? 0 : rowHeight.dayHead)
  );
}

function withIndex(indexes: number[], index: number, count: number): number[] {
  if (index < 0 || index >= count || indexes.includes(index)) return indexes;
  return [...indexes, index].toSorted((a, b) => a - b);
}
