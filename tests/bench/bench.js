// `oxbridge bench`: measures the Oxbridge that is installed, writes what it found, and prints it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { buildAddon } from "./addon.js";
import { jobsOf } from "./groups.js";
import { BUSY, describeMachine, loadPerCore } from "./machine.js";
import { readOptions, USAGE, UsageError } from "./options.js";
import { installedPlaces } from "./places.js";
import { pageOf } from "./report/page.js";
import { textOf } from "./report/text.js";
import { addRounds, planSteps, probePlaces, takeStep } from "./run.js";
import { summary } from "./statistics.js";
import { decide, TARGETS } from "./targets.js";

/**
 * What surrounds a run: where it looks, and what it takes for granted.
 *
 * @typedef {object} Surroundings
 * @property {typeof installedPlaces} places
 * @property {() => number} load per core
 * @property {(folder: string) => string} buildLoop builds the loop of the crate sha2
 * @property {boolean} expectAll whether what is absent is a failure
 */

/** @type {Surroundings} */
const INSTALLED = {
  places: installedPlaces,
  load: loadPerCore,
  buildLoop: () => {
    throw new Error("it is built in the repository of Oxbridge only");
  },
  expectAll: false,
};

/**
 * Runs the command and returns its exit code.
 *
 * @param {string[]} args
 * @param {Partial<Surroundings>} [changes]
 */
export async function bench(args, changes = {}) {
  const surroundings = { ...INSTALLED, ...changes };
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(USAGE.trimEnd());
      return 0;
    }
    const machine = describeMachine(surroundings.load());
    if (machine.busy && !options.anyway) {
      console.error(
        `The load average is ${machine.loadPerCore.toFixed(2)} per core, over ${BUSY}: nothing was measured.`,
      );
      console.error("Wait until the machine is idle, or pass --anyway.");
      return 2;
    }
    return finish(await measure(options, machine, surroundings), options, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`oxbridge bench: ${error.message}\nTry oxbridge bench --help.`);
    return 2;
  }
}

/**
 * @param {import("./options.js").Options} options
 * @param {import("./results.js").Machine} machine
 * @param {Surroundings} surroundings
 * @returns {Promise<import("./results.js").Results>}
 */
async function measure({ only, runtimes, out, quick }, machine, surroundings) {
  const { places, absent } = surroundings.places(runtimes);
  const known = await probePlaces(places, absent);
  if (known.length === 0) {
    const reasons = absent.map(({ what, reason }) => `${what}: ${reason}`);
    throw new UsageError(`there is no runtime to measure; ${reasons.join("; ")}`);
  }
  const extras = buildExtras(known, only, join(resolve(out), "native"), surroundings, absent);
  const steps = planSteps(only, known, quick, absent);
  /** @type {import("./results.js").Measurement[]} */
  const measurements = [];
  /** @type {import("./results.js").BreakEven[]} */
  const breakEven = [];
  /** @type {import("./results.js").Absent[]} */
  const failures = [];
  for (const [index, step] of steps.entries()) {
    const { group, place, backend } = step;
    const what = `${group}${backend ? ` of ${backend}` : ""} in ${place.id}`;
    progress(`${index + 1} of ${steps.length}: ${what}`);
    try {
      const { taken, found } = await takeStep(step, extras, quick);
      for (const row of taken) addRounds(measurements, { ...row, runtime: place.id });
      breakEven.push(...found);
    } catch (error) {
      failures.push({ what, reason: /** @type {Error} */ (error).message });
    }
  }
  progress("");
  const jobs = jobsOf(only);
  const asked = new Set(jobs.map(({ id }) => id));
  const measured = new Set(measurements.map(({ job }) => job));
  return {
    format: 1,
    oxbridge: known[0].version,
    date: new Date().toISOString(),
    quick,
    machine,
    runtimes: known.map(({ place, runtime }) => nameAndVersion(place.id, runtime)),
    peers: peers(),
    jobs: jobs.filter(({ id }) => measured.has(id)),
    figures: measurements.map(({ times, ...row }) => ({
      ...row,
      rounds: Object.values(times)[0].length,
      nanoseconds: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, rounded(summary(values))])),
    })),
    breakEven,
    targets: decide(
      TARGETS.filter(({ job }) => asked.has(job)),
      measurements,
      machine.flags,
    ),
    absent,
    failures,
  };
}

/**
 * Builds what Oxbridge is compared with on this machine; what cannot be built is absent, with the reason.
 *
 * @param {import("./run.js").Known[]} known
 * @param {string[]} only
 * @param {string} folder
 * @param {Surroundings} surroundings
 * @param {import("./results.js").Absent[]} absent
 * @returns {import("./run.js").Extras}
 */
function buildExtras(known, only, folder, { buildLoop }, absent) {
  /** @type {import("./run.js").Extras} */
  const extras = {};
  /** @type {(what: string, build: () => string) => string | undefined} */
  const attempt = (what, build) => {
    try {
      return build();
    } catch (error) {
      absent.push({ what, reason: /** @type {Error} */ (error).message });
      return undefined;
    }
  };
  if (only.includes("crossing")) {
    progress("building the addon in C");
    const found = known.map(({ backends }) => backends.cabi).find((cabi) => cabi !== undefined && "file" in cabi);
    const library = found !== undefined && "file" in found ? found.file : null;
    if (library === null) absent.push({ what: "C addon", reason: "there is no C library to build it with" });
    else {
      extras.library = library;
      extras.addon = attempt("C addon", () => buildAddon(library, folder));
    }
  }
  if (only.includes("packed")) {
    progress("building the loop in Rust");
    extras.loop = attempt("sha2 in Rust", () => buildLoop(folder));
  }
  return extras;
}

/**
 * Writes and prints the results, and decides on the exit code.
 *
 * @param {import("./results.js").Results} results
 * @param {import("./options.js").Options} options
 * @param {Surroundings} surroundings
 */
function finish(results, { out, json, check }, { expectAll }) {
  const folder = resolve(out);
  const text = `${JSON.stringify(results, null, 1)}\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), text);
  writeFileSync(join(folder, "index.html"), pageOf(results));
  if (json) process.stdout.write(text);
  else {
    console.log(textOf(results));
    console.log(`Written: ${join(folder, "results.json")} and ${join(folder, "index.html")}`);
  }
  return exitCode(results, { check, expectAll });
}

/**
 * @param {Pick<import("./results.js").Results, "targets" | "absent" | "failures">} results
 * @param {{ check: boolean, expectAll: boolean }} options
 */
export function exitCode({ targets, absent, failures }, { check, expectAll }) {
  if (failures.length > 0 || (expectAll && absent.length > 0)) return 1;
  return check && targets.some(({ met }) => met === false) ? 1 : 0;
}

/** What is worth writing down of a time. @param {import("./statistics.js").Summary} summary */
function rounded({ median, low, high }) {
  const digits = (/** @type {number} */ value) => Number(value.toPrecision(5));
  return { median: digits(median), low: digits(low), high: digits(high) };
}

/** The packages that Oxbridge is compared with. */
function peers() {
  const manifest = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (manifest);
  const names = ["hash-wasm", "@noble/hashes", "@node-rs/crc32", "@node-rs/xxhash"];
  return Object.fromEntries(names.map((name) => [name, dependencies[name]]));
}

/**
 * @param {string} id
 * @param {string} runtime
 */
function nameAndVersion(id, runtime) {
  const [, name, version] = /^(\S+) (.*)$/.exec(runtime) ?? [runtime, runtime, ""];
  return { id, name, version };
}

/**
 * Shows on a terminal what goes on; an empty text takes it away.
 *
 * @param {string} text
 */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
