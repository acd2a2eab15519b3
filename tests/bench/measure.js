// The benchmark's harness: candidates take turns, and ratios are taken within a turn.
//
// It is our own because the well-kept ones (mitata, tinybench) run one candidate to its end before the next begins:
// what the machine does meanwhile then falls on one of them only.

import { turns } from "../../js/demo/turns.js";

/**
 * @template Input
 * @typedef {object} Candidate
 * @property {string} name
 * @property {(input: Input) => unknown} run what is timed, to the end of the promise if it returns one
 */

/**
 * @template Input
 * @typedef {object} Plan
 * @property {Candidate<Input>[]} candidates
 * @property {() => Input} input made for each run, outside the measured time
 * @property {(result: any) => unknown} fold turns a result into a value that all candidates must agree on
 * @property {number} rounds
 * @property {number} operations how many operations one run is
 */

/**
 * Times all candidates, each once per round, and returns nanoseconds per operation, round by round.
 * Every result is folded and compared, so that no work can be optimised away, and none can be wrong.
 *
 * @template Input
 * @param {Plan<Input>} plan
 * @returns {Promise<Record<string, number[]>>}
 */
export async function takeTurns({ candidates, input, fold, rounds, operations }) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(candidates.map(({ name }) => [name, []]));
  /** @type {unknown} */
  let expected;
  // The first rounds let the engine compile, and are not counted.
  const warmUp = Math.max(2, rounds >> 2);
  for (let round = -warmUp; round < rounds; round++) {
    for (const index of turns(candidates.length, round + warmUp)) {
      const { name, run } = candidates[index];
      const given = input();
      const start = process.hrtime.bigint();
      let result = run(given);
      if (result instanceof Promise) result = await result;
      const time = Number(process.hrtime.bigint() - start);
      const folded = fold(result);
      expected ??= folded;
      if (folded !== expected) throw new Error(`${name} gave ${folded}, but the others gave ${expected}`);
      if (round >= 0) times[name].push(time / operations);
    }
  }
  return times;
}

/**
 * The median, and how far the middle half of the values reaches from it.
 *
 * @param {number[]} values
 */
export function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
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
export function ratio(above, below) {
  return summary(above.map((value, round) => value / below[round]));
}
