// The benchmark's decision about its targets, on times that are made up.

import { deepStrictEqual, strictEqual } from "node:assert";
import { exitCode } from "./bench/bench.js";
import { GROUPS, jobsOf } from "./bench/groups.js";
import { addRounds } from "./bench/run.js";
import { decide, TARGETS } from "./bench/targets.js";

/** @typedef {import("./bench/targets.js").Target} Target */

/** @type {(measure: Target["measure"], value: number, against?: string[]) => Target} */
const target = (measure, value, against = ["other"]) => ({
  ...{ job: "job", runtime: "node", candidate: "ours" },
  ...{ against, measure, value },
});

const TIMES = { ours: [100, 200, 300], other: [150, 300, 450], slow: [1000, 2000, 3000] };

/** @type {[string, Target, boolean, number][]} */
const ROWS = [
  ["a speed that is reached", target("speed", 1.5), true, 1.5],
  ["a speed that is not reached", target("speed", 1.51), false, 1.5],
  ["a speed beside the best of several", target("speed", 2, ["slow", "other"]), false, 1.5],
  ["a speed beside a slow one", target("speed", 10, ["slow"]), true, 10],
  ["a cost that is low enough", { ...target("cost", 0.7), candidate: "ours" }, true, 2 / 3],
  ["a cost that is too high", { ...target("cost", 1.25, ["ours"]), candidate: "other" }, false, 1.5],
  ["microseconds that are few enough", { ...target("more", 0.1, ["ours"]), candidate: "other" }, true, 0.1],
  ["microseconds that are too many", { ...target("more", 0.09, ["ours"]), candidate: "other" }, false, 0.1],
];

const decisions = ROWS.map(([name, row, met, median]) => ({
  name: `${name} is ${met ? "met" : "missed"}${met ? "" : ", and --check ends with 1"}`,
  run: () => {
    const [verdict] = decide([row], [{ job: "job", runtime: "node24", times: TIMES }], null);
    strictEqual(verdict.met, met);
    strictEqual(Math.abs((verdict.measured?.median ?? 0) - median) < 1e-9, true);
    const results = { targets: [verdict], absent: [], failures: [] };
    strictEqual(exitCode(results, { check: true, expectAll: true }), met ? 0 : 1);
    strictEqual(exitCode(results, { check: false, expectAll: true }), 0);
  },
}));

export const targetChecks = [
  ...decisions,
  {
    name: "a target whose candidate, rival, job or runtime was not measured is neither met nor missed",
    run: () => {
      const measured = [{ job: "job", runtime: "node24", times: TIMES }];
      const rows = [
        { ...target("speed", 1), candidate: "nobody" },
        target("speed", 1, ["nobody"]),
        { ...target("speed", 1), job: "no job" },
        { ...target("speed", 1), runtime: "bun" },
      ];
      deepStrictEqual(
        decide(rows, measured, []).map(({ met, measured: found }) => [met, found]),
        rows.map(() => [null, null]),
      );
    },
  },
  {
    name: "a target that a processor lacks something for is met if it is reached, and else neither met nor missed",
    run: () => {
      const measured = [{ job: "job", runtime: "node24", times: TIMES }];
      /** @type {(value: number, flags: string[] | null) => unknown[]} */
      const verdict = (value, flags) => {
        const [{ met, lacks }] = decide([{ ...target("speed", value), needs: ["wide", "sha"] }], measured, flags);
        return [met, lacks];
      };
      deepStrictEqual(verdict(1.6, ["sha"]), [null, ["wide"]]);
      deepStrictEqual(verdict(1.5, ["sha"]), [true, ["wide"]]);
      deepStrictEqual(verdict(1.6, ["sha", "wide"]), [false, []]);
      deepStrictEqual(verdict(1.6, null), [false, []]);
    },
  },
  {
    name: "candidates that ran in processes of their own become one measurement, and their rounds are compared",
    run: () => {
      /** @type {import("./bench/results.js").Measurement[]} */
      const measurements = [];
      for (const [name, times] of Object.entries({ other: [100, 100], ours: [4_000_100, 2_000_100] })) {
        for (const time of times) addRounds(measurements, { job: "job", runtime: "node24", times: { [name]: [time] } });
      }
      const [verdict] = decide([target("more", 3000)], measurements, []);
      deepStrictEqual([measurements.length, verdict.target, verdict.met], [1, "at most 3 ms", true]);
      strictEqual(verdict.measured?.median, 3000);
      const [missed] = decide([target("more", 2999)], measurements, []);
      strictEqual(missed.met, false);
    },
  },
  {
    name: "of several versions of Node, the one that targets are for decides",
    run: () => {
      const others = ["node20", "node26"].map((runtime) => ({
        job: "job",
        runtime,
        times: { ...TIMES, ours: TIMES.slow },
      }));
      const [first, last] = others;
      const [verdict] = decide(
        [target("speed", 1.5)],
        [first, { job: "job", runtime: "node24", times: TIMES }, last],
        [],
      );
      deepStrictEqual([verdict.runtime, verdict.met], ["node24", true]);
      const [other] = decide([target("speed", 1.5)], others, []);
      deepStrictEqual([other.runtime, other.met], ["node20", false]);
    },
  },
  {
    name: "every target names a job that there is",
    run: () => {
      const jobs = jobsOf(Object.keys(GROUPS)).map(({ id }) => id);
      deepStrictEqual(
        TARGETS.filter(({ job }) => !jobs.includes(job)),
        [],
      );
    },
  },
];
