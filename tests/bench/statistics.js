// Medians, quartiles, and ratios that are taken within a round.

/** @typedef {{ median: number, low: number, high: number }} Summary the median, and the two quartiles around it */

/**
 * The median, and how far the middle half of the values reaches from it.
 *
 * @param {number[]} values
 * @returns {Summary}
 */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => {
    const position = (sorted.length - 1) * share;
    const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
    return low + (high - low) * (position - Math.floor(position));
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/**
 * The ratio of two candidates in each round, which what slows a whole round down does not change.
 *
 * @param {number[]} above
 * @param {number[]} below
 */
export const ratio = (above, below) => summary(above.map((value, round) => value / below[round]));

/**
 * How much more one candidate takes than another in each round.
 *
 * @param {number[]} more
 * @param {number[]} less
 */
export const difference = (more, less) => summary(more.map((value, round) => value - less[round]));

/**
 * The best of several candidates in each round.
 *
 * @param {number[][]} candidates
 */
export const best = (candidates) =>
  candidates[0].map((_, round) => Math.min(...candidates.map((times) => times[round])));
