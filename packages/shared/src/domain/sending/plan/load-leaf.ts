/** How many steps a leaf holds before it is split. */
const capacity = 32;

/**
 * Some neighbouring steps of a load: instants in rising order, and by how much the load changes at each.
 * A flat block of numbers, because plans of 100,000 mails walk through millions of them.
 */
export type LoadLeaf = {
  readonly times: Float64Array;
  readonly deltas: Float64Array;
  count: number;
  /** All deltas together. */
  sum: number;
  /** The highest level reached after any of the steps, counted from the level before the first. */
  peak: number;
};

/** An empty leaf. */
export function newLeaf(): LoadLeaf {
  return {
    times: new Float64Array(capacity),
    deltas: new Float64Array(capacity),
    count: 0,
    sum: 0,
    peak: -Infinity,
  };
}

/** A leaf that holds the same and may be changed apart from it. */
export function copyLeaf({ times, deltas, count, sum, peak }: LoadLeaf): LoadLeaf {
  return { times: times.slice(), deltas: deltas.slice(), count, sum, peak };
}

/** The number of the leaf's steps before an instant. */
function stepsBefore({ times, count }: LoadLeaf, instant: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds a change at an instant. Gives the new right half where the leaf was full and had to be split, else null. */
export function addToLeaf(leaf: LoadLeaf, instant: number, delta: number): LoadLeaf | null {
  const at = stepsBefore(leaf, instant);
  if (at < leaf.count && leaf.times[at] === instant) {
    leaf.deltas[at] = (leaf.deltas[at] ?? 0) + delta;
    summarise(leaf);
    return null;
  }
  if (leaf.count === capacity) {
    const right = splitLeaf(leaf);
    addToLeaf(instant < (right.times[0] ?? 0) ? leaf : right, instant, delta);
    return right;
  }
  leaf.times.copyWithin(at + 1, at, leaf.count);
  leaf.deltas.copyWithin(at + 1, at, leaf.count);
  leaf.times[at] = instant;
  leaf.deltas[at] = delta;
  leaf.count += 1;
  summarise(leaf);
  return null;
}

function splitLeaf(leaf: LoadLeaf): LoadLeaf {
  const right = newLeaf();
  const kept = capacity / 2;
  right.times.set(leaf.times.subarray(kept));
  right.deltas.set(leaf.deltas.subarray(kept));
  right.count = capacity - kept;
  leaf.count = kept;
  summarise(leaf);
  summarise(right);
  return right;
}

function summarise(leaf: LoadLeaf): void {
  const { deltas, count } = leaf;
  let sum = 0;
  let peak = -Infinity;
  for (let at = 0; at < count; at += 1) {
    sum += deltas[at] ?? 0;
    if (sum > peak) peak = sum;
  }
  leaf.sum = sum;
  leaf.peak = peak;
}
