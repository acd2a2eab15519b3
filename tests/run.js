// `npm test`: every check of the repository, in parts. `node tests/run.js PART...` runs some of them.

import { join } from "node:path";
import { buildFlat } from "../js/build/flat.js";
import { root } from "../js/build/run.js";
import { runParts } from "./parts.js";

process.chdir(root);
// The repository's own runs tell the loader where the binaries are, as anyone can.
process.env.OXBRIDGE_LIBRARY_PATH = join(root, "dist", "native");
delete process.env.OXBRIDGE_BACKEND;
// Runtimes with native code import what is joined from `js/src`: one part alone must not test what that said before. A
// part that is a process of its own comes later.
if (process.send === undefined) await buildFlat();

/** Said of a part beside which nothing may run: it measures, or what comes after it needs what it makes. */
const ALONE = true;

/**
 * Each part: what it is, and its module. A module exports `checks`, or `run(report)`.
 *
 * In the order in which they begin. First what is about the sources, and the build. Then two that take as long as each
 * other, of which one builds what `cancel` needs, so that those which are alone need not wait long for an end. Then those
 * that take longest, so that none of them is left over when all others have ended.
 *
 * @type {Record<string, [title: string, file: string, alone?: boolean]>}
 */
const PARTS = {
  source: ["formats, lints, documentation and printed text", "./source.js"],
  parts: ["how parts run, and what is shown of them", "./parts/checks.js"],
  core: ["the core's own tests and examples", "./core.js"],
  crates: ["the crates as they are published", "./crates.js"],
  instructions: ["instructions of hot functions, counted", "./instructions.js"],
  build: ["the four bindings, built, and the types", "./build.js", ALONE],
  faults: ["rows that panic, and traps", "./process/faults.js"],
  hostile: ["hostile arguments to the raw bindings", "./process/hostile-raw.js"],
  threads: ["two calls at once, and the thread that made them", "./process/off-thread.js", ALONE],
  cancel: ["calls that are cancelled", "./process/cancel.js", ALONE],
  bench: ["the benchmark, quickly, and the command", "./bench.js", ALONE],
  matrix: ["the suite on every backend and runtime", "./matrix.js"],
  memory: ["memory that is given back", "./process/memory.js"],
  packages: ["packages, installed into an empty folder", "./packages/install.js"],
  workers: ["hundreds of workers", "./process/workers.js"],
  wrong: ["the suite on subjects that are wrong on purpose", "./wrong.js"],
  binaries: ["what native binaries need and offer", "./binaries.js"],
  blocks: ["how many messages become blocks", "./blocks.js"],
  declared: ["what runtimes cannot have", "./declared.js"],
  subjects: ["the suite on other implementations, and the command", "./subjects.js"],
  consumers: ["the C and the Rust program", "./consumers.js"],
  browser: ["the browser's own ways of loading", "./browser.js"],
  examples: ["the examples of the documentation", "./examples.js"],
  snapshots: ["memory that changes while a promise works", "./process/snapshots.js"],
  exit: ["when a program ends", "./process/exit.js"],
  pool: ["workers that die, and none at all", "./process/pool.js"],
  sides: ["two backends in one process", "./process/side-by-side.js"],
  permissions: ["permissions of runtimes", "./process/permissions.js"],
  environment: ["environment variables and load()", "./process/environment.js"],
  loading: ["no work on import", "./process/loading.js"],
  sanitizer: ["the same under AddressSanitizer", "./process/sanitizer.js"],
  processors: ["what npm run test:cpu takes for another processor", "./processors.js"],
  platforms: ["what npm run test:platforms takes for another platform", "./platforms.js"],
  command: ["the command oxbridge hash, beside coreutils", "./command.js"],
  doctor: ["the command oxbridge doctor", "./doctor.js"],
  use: ["the command oxbridge use", "./use.js"],
  install: ["packages, installed from a registry by each package manager", "./install.js"],
  bundles: ["packages in bundles, and how large these are", "./bundles.js"],
};

/** @type {(file: string) => (report: import("./report.js").Report) => Promise<void>} */
const moduleOf = (file) => async (report) => {
  const module = await import(file);
  if (module.run) await module.run(report);
  else await report.all(module.checks);
};

const entries = Object.entries(PARTS);
await runParts(
  Object.fromEntries(entries.map(([name, [title, file, alone]]) => [name, { title, run: moduleOf(file), alone }])),
);
