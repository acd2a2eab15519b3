// Runs every way of every job in turn, several times, and compares what they give.

import { createHash } from "node:crypto";
import { turns } from "../../tests/bench/turns.js";

/**
 * One way to do a job: a backend, or plain JavaScript.
 *
 * @typedef {object} Way
 * @property {string} name
 * @property {boolean} plain
 * @property {(input: any) => any} run
 */

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {string} title
 * @property {number} count how many times its operation is done
 * @property {string} operation what one of them is
 * @property {() => any} input made afresh for each run, outside the measured time
 * @property {(result: any) => string | Uint8Array} canonical the result in one form, whoever computed it
 * @property {boolean} [keep] whether the last results are wanted
 * @property {Way[]} ways
 */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {boolean} plain
 * @property {number} milliseconds median
 * @property {string} digest SHA-256 of the canonical result; all runs must give the same
 * @property {any} result of the last run, if the job keeps it
 */

/**
 * Measures all jobs, one after the other. The ways of a job take turns, so that what else the machine does meets all.
 *
 * @param {Job[]} jobs
 * @param {number} rounds
 * @param {(what: string) => void} progress
 * @returns {{ job: Job, rows: Row[] }[]}
 */
export function measure(jobs, rounds, progress) {
  return jobs.map((job) => {
    const rows = job.ways.map((way) => {
      return { name: way.name, plain: way.plain, times: /** @type {number[]} */ ([]), digest: "", result: undefined };
    });
    // Round 0 lets the engine compile the loops, and is not counted.
    for (let round = 0; round <= rounds; round++) {
      progress(`${job.name}: ${round === 0 ? "warming up" : `round ${round} of ${rounds}`}`);
      for (const index of turns(rows.length, round)) {
        const row = rows[index];
        const input = job.input();
        const start = performance.now();
        const result = job.ways[index].run(input);
        const time = performance.now() - start;
        if (round > 0) row.times.push(time);
        const digest = createHash("sha256").update(job.canonical(result)).digest("hex");
        if (row.digest !== "" && row.digest !== digest) {
          throw new Error(`${job.title}: ${row.name} gave two results: digests ${row.digest} and ${digest}`);
        }
        row.digest = digest;
        // Only the last results are kept, because memory that is in use makes everybody's work slower.
        if (round === rounds && job.keep) row.result = result;
      }
    }
    return { job, rows: rows.map(({ times, ...row }) => ({ ...row, milliseconds: median(times) })) };
  });
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
