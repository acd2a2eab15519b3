// In which order several candidates take their turns in a round.

/**
 * An order for each round: shuffled, so that nobody always runs after the same neighbour and pays for its garbage, and
 * the same in every run of the program (Fisher and Yates, with the generator of Numerical Recipes).
 *
 * @param {number} count
 * @param {number} round
 * @returns {number[]}
 */
export function turns(count, round) {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = Math.imul(round + 1, 2654435761);
  for (let last = count - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    const other = Math.floor(((state >>> 8) / 2 ** 24) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
