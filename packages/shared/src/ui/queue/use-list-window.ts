import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Measured heights differ by a few pixels only; the estimate keeps the scroll bar steady. */
const rowHeight = 50;
const overscan = 8;

/**
 * The visible part of a long list that stands below other content in the nearest `data-scroller`. The row at
 * `activeIndex` stays in the page when it is scrolled away, since it may have the focus.
 */
export function useListWindow(keys: readonly string[], activeIndex: number) {
  const list = useRef<HTMLUListElement>(null);
  const [begins, setBegins] = useState(0);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: keys.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scroller]') ?? null,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    rangeExtractor: useCallback((range: Range) => withIndex(range, activeIndex), [activeIndex]),
    scrollMargin: begins,
    overscan,
    useFlushSync: false,
  });

  // What stands over the list grows and shrinks, and with it their parent.
  useLayoutEffect(() => {
    const element = list.current;
    const parent = element?.parentElement;
    if (element === null || parent === null || parent === undefined) return undefined;
    const look = () => setBegins(element.offsetTop);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(parent);
    return () => observer.disconnect();
  }, []);

  return {
    list,
    begins,
    items: virtualizer.getVirtualItems(),
    lastVisible: virtualizer.range?.endIndex ?? 0,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    show: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

function withIndex(range: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (index >= range.count || indexes.includes(index)) return indexes;
  return [...indexes, index].toSorted((one, other) => one - other);
}
