import { addToLeaf, copyLeaf, type LoadLeaf, newLeaf } from './load-leaf.ts';

/**
 * How much weight lies in the window that ends at each instant: a step function that rises where a mail leaves and
 * falls one window later.
 */
export type WindowLoad = {
  /** Counts a mail of this weight that leaves at an instant. */
  add(instant: number, weight: number): void;
  /**
   * Looks through [from, from + window) for the last instant at which more than `level` (at least 0) is counted, and
   * gives when that ends; null where there is no such instant. Whatever may leave at `level` only, cannot leave in between.
   */
  tooFullUntil(from: number, level: number): number | null;
  /** A load of the same mails, to which more can be added without changing this one. It costs next to nothing. */
  fork(): WindowLoad;
};

/** Some neighbouring leaves: their deltas together, and the highest level after any of their steps. */
type Branch = { readonly leaves: LoadLeaf[]; sum: number; peak: number };

/** How many leaves a branch holds before it is split. */
const capacity = 32;

/**
 * An empty load over windows of this length, ms. A tree of three levels in which every part knows its sum and its peak,
 * so that adding a mail and asking cost a few hundred operations, however long the plan has become.
 */
export function createWindowLoad(windowMs: number): WindowLoad {
  return loadOver(windowMs, [{ leaves: [newLeaf()], sum: 0, peak: -Infinity }]);
}

function loadOver(windowMs: number, branches: Branch[]): WindowLoad {
  /** Leaves that no fork knows; all others are copied before they are changed. */
  const own = new Set<LoadLeaf>();

  function step(instant: number, delta: number): void {
    const branchAt = lastStartingBy(branches, instant, startOfBranch);
    const branch = branches[branchAt];
    const leafAt = branch === undefined ? 0 : lastStartingBy(branch.leaves, instant, startOfLeaf);
    const known = branch?.leaves[leafAt];
    if (branch === undefined || known === undefined) return;
    const leaf = own.has(known) ? known : copyLeaf(known);
    own.add(leaf);
    branch.leaves[leafAt] = leaf;
    const half = addToLeaf(leaf, instant, delta);
    if (half !== null) {
      own.add(half);
      branch.leaves.splice(leafAt + 1, 0, half);
    }
    if (branch.leaves.length > capacity) {
      const right = { leaves: branch.leaves.splice(capacity / 2), sum: 0, peak: -Infinity };
      summarise(right);
      branches.splice(branchAt + 1, 0, right);
    }
    summarise(branch);
  }

  return {
    add(instant, weight) {
      step(instant, weight);
      step(instant + windowMs, -weight);
    },
    tooFullUntil(from, level) {
      const before = from + windowMs;
      // In the end everything has left its window: levels are reckoned from there, backwards.
      let after = 0;
      let endsAt = Infinity;
      for (let at = branches.length - 1; at >= 0; at -= 1) {
        const branch = branches[at];
        if (branch === undefined) break;
        const base = after - branch.sum;
        const startsAt = startOfBranch(branch);
        if (startsAt < before && base + branch.peak > level) {
          const found = lastInBranch(branch, { base, endsAt, from, before, level });
          if (found !== null) return found.endsAt > from ? found.endsAt : null;
        }
        after = base;
        endsAt = startsAt;
        if (endsAt <= from) break;
      }
      return null;
    },
    fork() {
      own.clear();
      const copies = branches.map(({ leaves, sum, peak }) => ({ leaves: [...leaves], sum, peak }));
      return loadOver(windowMs, copies);
    },
  };
}

type Search = {
  /** The level before the part that is searched. */
  readonly base: number;
  /** When the part's last step gives way to the next part. */
  readonly endsAt: number;
  readonly from: number;
  readonly before: number;
  readonly level: number;
};

/** The last step of a branch that is too full; one that ended by `from` stands for all before it. */
function lastInBranch(branch: Branch, search: Search): { readonly endsAt: number } | null {
  const { from, before, level } = search;
  let { endsAt } = search;
  let after = search.base + branch.sum;
  for (let at = branch.leaves.length - 1; at >= 0; at -= 1) {
    const leaf = branch.leaves[at];
    if (leaf === undefined) break;
    const base = after - leaf.sum;
    const startsAt = startOfLeaf(leaf);
    if (startsAt < before && base + leaf.peak > level) {
      const found = lastInLeaf(leaf, { base, endsAt, from, before, level });
      if (found !== null) return found;
    }
    after = base;
    endsAt = startsAt;
    if (endsAt <= from) return { endsAt };
  }
  return null;
}

function lastInLeaf(leaf: LoadLeaf, search: Search): { readonly endsAt: number } | null {
  const { from, before, level } = search;
  let { endsAt } = search;
  let now = search.base + leaf.sum;
  for (let at = leaf.count - 1; at >= 0; at -= 1) {
    if (endsAt <= from) return { endsAt };
    const startsAt = leaf.times[at] ?? 0;
    if (now > level && startsAt < before) return { endsAt };
    now -= leaf.deltas[at] ?? 0;
    endsAt = startsAt;
  }
  return null;
}

/** The place of the last part that starts at or before an instant; the first where all start later. */
function lastStartingBy<Part>(
  parts: readonly Part[],
  instant: number,
  startOf: (part: Part) => number,
): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const part = parts[middle];
    if (part !== undefined && startOf(part) <= instant) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOfLeaf(leaf: LoadLeaf): number {
  return leaf.count === 0 ? -Infinity : (leaf.times[0] ?? 0);
}

function startOfBranch(branch: Branch): number {
  const first = branch.leaves[0];
  return first === undefined ? -Infinity : startOfLeaf(first);
}

function summarise(branch: Branch): void {
  let sum = 0;
  let peak = -Infinity;
  for (const leaf of branch.leaves) {
    if (sum + leaf.peak > peak) peak = sum + leaf.peak;
    sum += leaf.sum;
  }
  branch.sum = sum;
  branch.peak = peak;
}
