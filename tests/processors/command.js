// `npm run test:cpu`: the same bits on every level of processors. Code that chooses vector instructions when it runs must
// give on each level what it gives on the others, and a process that did not run on its level is a failure.

import { answer } from "../chosen.js";
import { judgeCell, judgeMatrix } from "../matrix.js";
import { HERE, judgeFeatures, LEVELS, textOf } from "./levels.js";
import { readOptions, USAGE } from "./options.js";
import { buildLibrary, buildTests, emulator, runSuite, runTests } from "./programs.js";

/** @typedef {import("./levels.js").Outcome} Outcome */
/** @typedef {Parameters<typeof judgeMatrix>[0][number]} Done */

/**
 * @param {import("../report.js").Report} report
 * @param {string} level
 * @param {string} program the core's tests
 * @param {Done[]} done where the cell goes, if all is well
 * @returns {Promise<Outcome>}
 */
async function runLevel(report, level, program, done) {
  const start = performance.now();
  /** @type {Outcome} */
  const outcome = { level, features: null, tests: null, cases: null, twins: null, equal: false, seconds: 0 };
  report.section(`${level}: ${LEVELS[level].what}`);
  // Both at once, on two cores; each is waited for below, where it may fail.
  const [tests, suite] = [runTests(level, program), runSuite(level)];
  for (const run of [tests, suite]) run.catch(() => {});
  await report.check("the core passes its tests, and saw the features of the level", async () => {
    const { features, passed } = await tests;
    outcome.features = features;
    judgeFeatures(level, features);
    outcome.tests = passed;
  });
  await report.check("the suite ran in Node with napi, which saw the same features", async () => {
    const { features } = await suite;
    judgeFeatures(level, features);
    if (features !== outcome.features) throw new Error(`it saw ${features}, and the core's tests ${outcome.features}`);
  });
  await report.check("every result has the digest that all cells of the matrix share", async () => {
    const { cell } = await suite;
    /** @type {Done["place"]} */
    const place = { row: `node24 on ${level}`, column: "napi", run: async () => cell, realms: true, level: "full" };
    judgeCell(place, cell);
    Object.assign(outcome, { cases: cell.cases, twins: cell.twins, equal: true });
    done.push({ place, cell });
  });
  return { ...outcome, seconds: (performance.now() - start) / 1000 };
}

/** @type {Parameters<typeof answer>[2]} */
async function testProcessors(report, only) {
  /** @type {Done[]} */
  const done = [];
  /** @type {Outcome[]} */
  const outcomes = [];
  report.section("what is needed");
  let [qemu, program] = ["", ""];
  await report.check("QEMU is there", async () => (qemu = await emulator()));
  await report.check("the library that asks for features is built", buildLibrary);
  await report.check("the core's tests are built", async () => (program = await buildTests()));
  if (report.failures.length > 0) return undefined;
  for (const level of only) outcomes.push(await runLevel(report, level, program, done));
  report.section("all levels");
  await report.check("each ran the same cases, with as many calls of the core", () => judgeMatrix(done));
  console.log(`\nQEMU ${qemu}\n${textOf(outcomes)}`);
  const here = outcomes.find(({ level }) => level === HERE)?.features;
  const same = Object.keys(LEVELS).find((level) => LEVELS[level].features === here);
  if (here && same) console.log(`This machine has no feature that ${same} has not, so it is no level of its own.`);
  return { qemu, levels: outcomes };
}

await answer("test:cpu", { USAGE, readOptions }, testProcessors);
