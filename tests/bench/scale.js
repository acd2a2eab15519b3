// How much is measured: all of it, or so little that a test can see that everything runs.

/**
 * @typedef {object} Scale
 * @property {(count: number) => number} rounds how many rounds
 * @property {(count: number) => number} calls how many calls in a run
 * @property {(count: number) => number} items how many things a call works on
 * @property {(size: number) => number} size how many bytes it works on
 */

/**
 * @param {boolean} quick
 * @param {number} [longer] how many times as long a run takes, for a clock that is coarse
 * @returns {Scale}
 */
export function scaleOf(quick, longer = 1) {
  const same = (/** @type {number} */ count) => count;
  if (!quick) return { rounds: same, calls: (count) => count * longer, items: same, size: same };
  const fewer = (/** @type {number} */ count) => Math.max(2, Math.round(count / 100));
  return {
    rounds: () => 2,
    calls: fewer,
    items: fewer,
    size: (size) => (size <= 4096 ? size : Math.max(4096, size / 64)),
  };
}
