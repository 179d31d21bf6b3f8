/** Spans of time in which nothing can be placed any more, joined where they touch. */
export type ClosedSpans = {
  /** Closes [from, until). */
  close(from: number, until: number): void;
  /** The first instant from this one on that is not closed. */
  firstOpen(from: number): number;
};

/** No span closed yet. */
export function createClosedSpans(): ClosedSpans {
  const starts: number[] = [];
  const ends: number[] = [];

  /** How many spans start at or before an instant. */
  function startedBy(instant: number): number {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? Infinity) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    close(from, until) {
      const upTo = startedBy(until);
      let first = startedBy(from);
      if (first > 0 && (ends[first - 1] ?? 0) >= from) first -= 1;
      const start = first < upTo ? Math.min(from, starts[first] ?? from) : from;
      const end = first < upTo ? Math.max(until, ends[upTo - 1] ?? until) : until;
      starts.splice(first, upTo - first, start);
      ends.splice(first, upTo - first, end);
    },
    firstOpen(from) {
      const at = startedBy(from);
      return at === 0 ? from : Math.max(from, ends[at - 1] ?? from);
    },
  };
}
