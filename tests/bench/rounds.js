// Times candidates in rounds: tinybench measures one run of one candidate, and the candidates take turns.
//
// Well-kept harnesses run one candidate to its end before the next begins, so what the machine does meanwhile falls on
// one of them only. tinybench can be asked for a single run, with what comes before and after it outside of the time;
// mitata cannot: its `measure` runs a function at least twice, compiles a new loop and allocates 8 MiB each time, drops
// the results, and hands out samples in sorted order.

import { Bench } from "tinybench";
import { turns } from "./turns.js";

/**
 * @template Input
 * @typedef {object} Candidate
 * @property {string} name
 * @property {(input: Input) => unknown} run what is timed
 * @property {boolean} [later] whether it gives a promise, whose end is then part of the time
 * @property {unknown} [expected] what its result folds into, where it does other work than the others
 */

/**
 * @template Input
 * @typedef {object} Plan
 * @property {Candidate<Input>[]} candidates
 * @property {() => Input} input made for each run, outside of the measured time
 * @property {(result: any) => unknown} fold turns a result into a value that all candidates must agree on
 * @property {number} rounds
 * @property {number} operations how many operations one run is
 */

/** @typedef {Record<string, number[]>} Times nanoseconds for each operation, round by round, of each candidate */

/**
 * Times all candidates, each once per round.
 * Every result is folded and compared, so that no work can be optimised away, and none can be wrong.
 *
 * @template Input
 * @param {Plan<Input>} plan
 * @returns {Promise<Times>}
 */
export async function takeTurns({ candidates, input, fold, rounds, operations }) {
  const bench = new Bench({
    time: 0,
    iterations: 1,
    warmup: false,
    retainSamples: true,
    throws: true,
    timestampProvider: "auto",
  });
  const runners = candidates.map((candidate) => runner(bench, candidate, input));
  /** @type {Times} */
  const times = Object.fromEntries(candidates.map(({ name }) => [name, []]));
  /** @type {unknown} */
  let agreed;
  // The first rounds let the engine compile, and are not counted.
  const warmUp = Math.max(1, rounds >> 2);
  for (let round = -warmUp; round < rounds; round++) {
    for (const index of turns(candidates.length, round + warmUp)) {
      const { name, expected } = candidates[index];
      const { nanoseconds, result } = await runners[index]();
      const folded = fold(result);
      if (expected === undefined) agreed ??= folded;
      const wanted = expected ?? agreed;
      if (folded !== wanted) throw new Error(`${name} gave ${folded}, but should give ${wanted}`);
      if (round >= 0) times[name].push(nanoseconds / operations);
    }
  }
  return times;
}

/**
 * Runs one candidate once.
 *
 * @template Input
 * @param {Bench} bench
 * @param {Candidate<Input>} candidate
 * @param {() => Input} input
 */
function runner(bench, { name, run, later = false }, input) {
  /** @type {Input} */
  let given;
  /** @type {unknown} */
  let result;
  const beforeEach = () => {
    given = input();
  };
  const now = () => {
    result = run(given);
  };
  const promised = async () => {
    result = await run(given);
  };
  bench.add(name, later ? promised : now, { async: later, beforeEach });
  const task = /** @type {import("tinybench").Task} */ (bench.getTask(name));
  return async () => {
    task.reset();
    if (later) await task.run();
    else task.runSync();
    const { latency } = /** @type {import("tinybench").TaskResultCompleted} */ (task.result);
    const taken = result;
    result = undefined;
    return { nanoseconds: latency.mean * 1e6, result: taken };
  };
}
