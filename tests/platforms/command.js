// `npm run test:platforms`: the same bits on the platforms that this machine can run besides its own. A process that ran
// elsewhere, or with another binary, is a failure.

import { answer } from "../chosen.js";
import { judgeCell, judgeMatrix } from "../matrix.js";
import { together } from "../together.js";
import { readOptions, USAGE } from "./options.js";
import { cellsOf, judgeWhere, PLATFORMS, textOf } from "./platforms.js";
import { checkBinaries, runCell, toolOf } from "./programs.js";
import { RUNTIMES } from "./runtimes.js";

/** @typedef {import("./platforms.js").Outcome} Outcome */
/** @typedef {Parameters<typeof judgeMatrix>[0][number]} Done */

/** How many cells run at the same time: most of one is one thread. */
const AT_ONCE = 2;

/**
 * A check that runs one cell, and writes down how it went.
 *
 * @param {Outcome} outcome
 * @param {Done[]} done where the cell goes, if all is well
 * @returns {import("../report.js").Check}
 */
function cellCheck(outcome, done) {
  const { platform, runtime, backend, level } = outcome;
  const run = async () => {
    const start = performance.now();
    try {
      const { cell, where, expected } = await runCell(outcome);
      judgeWhere(outcome, expected, where, cell.file);
      /** @type {Done["place"]} */
      const place = { row: `${runtime} on ${platform}`, column: backend, run: async () => cell, realms: true, level };
      judgeCell(place, cell);
      const { cases, twins, calls } = cell;
      Object.assign(outcome, { cases, twins, calls, equal: true });
      done.push({ place, cell });
    } finally {
      outcome.seconds = (performance.now() - start) / 1000;
    }
  };
  return { name: `${runtime} with ${backend}, ${level === "full" ? "the whole suite" : "a part of the suite"}`, run };
}

/**
 * @param {import("../report.js").Report} report
 * @param {string} platform
 * @param {Done[]} done
 */
async function runPlatform(report, platform, done) {
  const outcomes = cellsOf(platform).map((what) => {
    const { version } = RUNTIMES[platform][what.runtime];
    return { ...what, version, cases: null, twins: null, calls: null, equal: false, seconds: 0 };
  });
  report.section(`${platform}: ${PLATFORMS[platform].what}`);
  const before = report.failures.length;
  let tool = "nothing that runs it";
  await report.check("what runs it is there", async () => (tool = await toolOf(platform)));
  await report.check("its binaries are built", () => checkBinaries(platform));
  const cells = outcomes.map((outcome) => cellCheck(outcome, done));
  if (report.failures.length === before) await report.all(together(cells, AT_ONCE));
  return { tool, outcomes };
}

/** @type {Parameters<typeof answer>[2]} */
async function testPlatforms(report, only) {
  /** @type {Done[]} */
  const done = [];
  /** @type {Record<string, string>} */
  const tools = {};
  /** @type {Outcome[]} */
  const cells = [];
  for (const platform of only) {
    const { tool, outcomes } = await runPlatform(report, platform, done);
    tools[platform] = tool;
    cells.push(...outcomes);
  }
  report.section("all platforms");
  await report.check("each cell ran the same cases, with as many calls of the core", () => judgeMatrix(done));
  console.log(`\n${Object.values(tools).join(", ")}\n${textOf(cells)}`);
  return { tools, cells };
}

await answer("test:platforms", { USAGE, readOptions }, testPlatforms);
