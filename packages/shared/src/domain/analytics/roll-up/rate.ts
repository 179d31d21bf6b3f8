/** A share with what it is a share of, and how far the true one may lie from it. */
export type Rate = {
  readonly part: number;
  readonly whole: number;
  /** Null where there is nothing to take a share of. */
  readonly share: number | null;
  /** Where the true share lies with 95 % confidence (Wilson's score interval); 0 to 1 where nothing is known. */
  readonly low: number;
  readonly high: number;
};

/** The normal quantile for 95 %. */
const z = 1.959_963_984_540_054;

/** The share of `part` in `whole`, with Wilson's score interval (Wilson 1927), which holds for small numbers too. */
export function rateOf(part: number, whole: number): Rate {
  if (whole === 0) return { part, whole, share: null, low: 0, high: 1 };
  const share = part / whole;
  const centre = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole);
  const spread =
    (z / (1 + z ** 2 / whole)) *
    Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
  return {
    part,
    whole,
    share,
    low: part === 0 ? 0 : Math.max(0, centre - spread),
    high: part === whole ? 1 : Math.min(1, centre + spread),
  };
}

/** What can be said of two rates. */
export type Verdict = 'first-higher' | 'second-higher' | 'no-difference' | 'too-few';

/** A difference smaller than this is none that anybody would act on. */
const telling = 0.1;

/**
 * Compares two rates by the interval of their difference (Newcombe 1998, method 10). Where it holds 0, a narrow one says
 * that there is no difference worth acting on, and a wide one that there are too few to tell.
 */
export function compareRates(one: Rate, other: Rate): Verdict {
  if (one.share === null || other.share === null) return 'too-few';
  const difference = one.share - other.share;
  const low = difference - Math.sqrt((one.share - one.low) ** 2 + (other.high - other.share) ** 2);
  const high = difference + Math.sqrt((one.high - one.share) ** 2 + (other.share - other.low) ** 2);
  if (low > 0) return 'first-higher';
  if (high < 0) return 'second-higher';
  return high - low <= 2 * telling ? 'no-difference' : 'too-few';
}
