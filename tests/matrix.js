// The matrix: which backend runs in which runtime, how each cell is run, and what all of them must agree on.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../js/build/run.js";
import { DIGEST } from "../js/src/interface.js";
import { WITHOUT_REALM } from "./declared.js";
import { digestFile } from "./digests.js";
import { matrixText, writeMatrix } from "./matrix-report.js";
import { runChromium } from "./runners/chromium.js";
import { readVectors } from "./runners/vectors.js";
import { runWorkerd } from "./runners/workerd.js";
import { RUNTIMES, runScript } from "./runtimes.js";
import { hostileCases } from "./suite/hostile.js";
import { hostileHasherCases, hostileLaterCases } from "./suite/hostile-later.js";
import { casesOf } from "./suite/suite.js";
import { together } from "./together.js";

/** @typedef {import("./suite/cell.js").Cell} Cell */
/** @typedef {"full" | "short"} Level what of the suite a cell runs */
/** @typedef {{ row: string, column: string, run: () => Promise<Cell>, realms: boolean, level: Level }} Place */

/** The cases that need a second realm. */
const REALM_CASES = new Set(
  [...hostileCases, ...hostileHasherCases, ...hostileLaterCases]
    .filter(({ needs }) => needs === "realm")
    .map(({ id }) => id),
);

/** @param {string} runtime */
const hasRealm = (runtime) => !WITHOUT_REALM.includes(runtime);

const script = join(root, "tests", "runners", "cell.js");
const BACKENDS = ["napi", "neon", "wasm", "cabi"];
/**
 * Each backend has at least so many cases on each runtime, and so many of them once more as promises; the numbers rise
 * with the suite and never fall.
 *
 * @type {Record<Level, { cases: number, twins: number }>}
 */
const FLOORS = { full: { cases: 11_500, twins: 5400 }, short: { cases: 2400, twins: 1450 } };
/** How many cells run at the same time: most of one is one thread. */
const AT_ONCE = 2;

/**
 * One cell in a process of its own.
 *
 * @param {import("./runtimes.js").Runtime} runtime
 * @param {string} backend
 * @param {string} column
 * @param {string[]} [flags]
 * @returns {Place}
 */
function place(runtime, backend, column, flags = []) {
  const run = async () => {
    const { stdout } = await runScript(runtime, [script, backend, "full"], { flags });
    return readCell(stdout);
  };
  return { row: runtime.id, column, run, realms: hasRealm(runtime.id), level: "full" };
}

/**
 * The cell among what its script has printed.
 *
 * @param {string} stdout
 * @returns {Cell}
 */
export function readCell(stdout) {
  const line = stdout.split("\n").find((text) => text.startsWith("CELL "));
  if (line === undefined) throw new Error(`the cell printed no result:\n${stdout.slice(-2000)}`);
  return JSON.parse(line.slice(5));
}

/** Every place of the matrix. @type {Place[]} */
export const PLACES = [
  ...Object.values(RUNTIMES).flatMap((runtime) => BACKENDS.map((backend) => place(runtime, backend, backend))),
  // Node 26 takes node:ffi by itself; without it, koffi.
  place(RUNTIMES.node26, "cabi", "cabi by koffi", ["--no-experimental-ffi"]),
  { row: "chromium", column: "wasm", run: runChromium, realms: hasRealm("chromium"), level: "full" },
  { row: "workerd", column: "wasm", run: runWorkerd, realms: hasRealm("workerd"), level: "full" },
];

/**
 * What must hold for one cell.
 *
 * @param {Place} expected
 * @param {Cell} cell
 */
export function judgeCell({ row, column, realms, level }, cell) {
  const { failures, cases, digest, backend, runtime } = cell;
  const floor = FLOORS[level];
  if (failures.length > 0) {
    const shown = failures.slice(0, 20).join("\n");
    throw new Error(`${failures.length} of ${cases} cases failed in ${runtime}:\n${shown}`);
  }
  if (cases < floor.cases) throw new Error(`only ${cases} cases ran; the floor is ${floor.cases}`);
  if (cell.twins < floor.twins) throw new Error(`only ${cell.twins} ran as promises; the floor is ${floor.twins}`);
  if (digest !== DIGEST) throw new Error(`the core says it was built from the interface ${digest}, not ${DIGEST}`);
  if (!column.startsWith(backend)) throw new Error(`${backend} answered for ${column}`);
  if (cell.calls < floor.cases)
    throw new Error(`the core of ${row} counted only ${cell.calls} calls in ${cases} cases`);
  compareDigests(cell, realms, level);
}

/** The cases of the short suite, once they are asked for. @type {Set<string> | undefined} */
let shortCases;

/** @param {Record<string, string>} digests */
const linesOf = (digests) => Object.entries(digests).map(([id, digest]) => `${digest} ${JSON.stringify(id)}`);

/**
 * Holds the results to those of every other cell: one committed line for each case.
 *
 * @param {Cell} cell
 * @param {boolean} realms whether the cases of another realm ran
 * @param {Level} level
 */
function compareDigests({ digests }, realms, level) {
  const lines = linesOf(digests);
  const known = existsSync(digestFile) ? readFileSync(digestFile, "utf8").trim().split("\n") : [];
  if (level === "short") shortCases ??= new Set(casesOf("short", readVectors()).map(({ id }) => id));
  const expected = known.filter((line) => {
    const id = JSON.parse(line.slice(line.indexOf(" ")));
    return (realms || !REALM_CASES.has(id)) && (level === "full" || shortCases?.has(id));
  });
  if (lines.join("\n") === expected.join("\n")) return;
  const [here, there] = [new Set(lines), new Set(expected)];
  const only = [
    ...lines.filter((line) => !there.has(line)).map((line) => `here: ${line}`),
    ...expected.filter((line) => !here.has(line)).map((line) => `there: ${line}`),
  ];
  const shown = only.length > 0 ? only.slice(0, 20).join("\n") : "the same lines in another order";
  throw new Error(
    `${only.length} lines are not both here and in tests/digests.txt; UPDATE=1 npm test writes it anew:\n${shown}`,
  );
}

/**
 * What must hold for all cells together: the same cases, and as many calls of the core; more of them in WebAssembly, which
 * takes long bytes in shorter pieces.
 *
 * @param {{ place: Place, cell: Cell }[]} done
 */
export function judgeMatrix(done) {
  const alike = new Map(done.map(({ place: { realms, level } }) => [`${realms} ${level}`, { realms, level }]));
  for (const { realms, level } of alike.values()) {
    const cells = done.filter(({ place }) => place.realms === realms && place.level === level).map(({ cell }) => cell);
    const [compiled, native] = [true, false].map((is) => cells.filter(({ backend }) => (backend === "wasm") === is));
    sameNumber("cases", cells, ({ cases }) => cases);
    sameNumber("twins", cells, ({ twins }) => twins);
    const [more] = sameNumber("calls", compiled, ({ calls }) => calls);
    const [fewer] = sameNumber("calls", native, ({ calls }) => calls);
    if (more < fewer) throw new Error(`the backends differ in their number of calls: ${more}, ${fewer}`);
  }
}

/**
 * Counts something in each of the cells, which must agree.
 *
 * @param {string} what
 * @param {Cell[]} cells
 * @param {(cell: Cell) => number} countOf
 */
function sameNumber(what, cells, countOf) {
  const counts = new Set(cells.map(countOf));
  if (counts.size > 1) throw new Error(`the backends differ in their number of ${what}: ${[...counts].join(", ")}`);
  return [...counts];
}

/**
 * Runs every cell, and shows the matrix at the end.
 *
 * @param {import("./report.js").Report} report
 */
export async function run(report) {
  /** @type {{ place: Place, cell: Cell }[]} */
  const done = [];
  /** @type {import("./matrix-report.js").Entry[]} */
  const entries = [];
  let write = Boolean(process.env.UPDATE);
  /** @type {import("./report.js").Check[]} */
  const cells = PLACES.map((place) => {
    const { row, column } = place;
    /** @type {import("./matrix-report.js").Entry} */
    const entry = { row, column, error: "it did not run" };
    entries.push(entry);
    const run = async () => {
      try {
        entry.cell = await place.run();
        if (write) writeFileSync(digestFile, `${linesOf(entry.cell.digests).join("\n")}\n`);
        write = false;
        judgeCell(place, entry.cell);
        done.push({ place, cell: entry.cell });
        entry.error = undefined;
      } catch (error) {
        entry.error = /** @type {Error} */ (error).message;
        throw error;
      }
    };
    return { name: `${row} ${column}`, run };
  });
  // The first cell writes the digests when that is asked for; all others are held to them.
  const [first, ...others] = cells;
  await report.all([first, ...together(others, AT_ONCE)]);
  await report.check("every cell ran the same cases, with as many calls of the core", () => judgeMatrix(done));
  const folder = writeMatrix(entries);
  report.closing.push(`${matrixText(entries)}\n  As a page and as JSON: ${relative(root, folder)}`);
}
