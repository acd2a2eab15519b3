// The levels of processors that the bits are compared on, and what must hold for one of them. Pure; it runs nothing.

import { countText, table } from "../../js/build/table.js";

/**
 * A processor: this machine's, or one of those that QEMU emulates.
 *
 * @typedef {object} Level
 * @property {string} what what it is, for people
 * @property {string} [features] what it has of what code is chosen by, exactly; not known of this machine
 * @property {boolean} [asked] whether it runs only when it is asked for, because it takes long
 */

/** The level that is not emulated. */
export const HERE = "here";

/** Each level, by QEMU's name of the processor, in the order of age. @type {Record<string, Level>} */
export const LEVELS = {
  [HERE]: { what: "this machine, not emulated" },
  Opteron_G1: { what: "AMD Opteron of 2003: what every processor for x64 has", features: "sse2", asked: true },
  Nehalem: { what: "Intel Core of 2008", features: "sse2 ssse3 sse4.1 sse4.2" },
  Westmere: {
    what: "the same of 2010, which multiplies without carries",
    features: "sse2 ssse3 sse4.1 sse4.2 pclmulqdq",
  },
  Haswell: { what: "Intel Core of 2013", features: "sse2 ssse3 sse4.1 sse4.2 pclmulqdq avx avx2 bmi1 bmi2" },
};

/**
 * What a level has given.
 *
 * @typedef {object} Outcome
 * @property {string} level
 * @property {string | null} features those that the core saw
 * @property {number | null} tests how many of the core's tests passed
 * @property {number | null} cases how many of the suite's ran; `null` if something of the suite failed
 * @property {number | null} twins how many of these once more as promises
 * @property {boolean} equal whether every result has the digest of `tests/digests.txt`
 * @property {number} seconds
 */

/**
 * The features that a process has printed.
 *
 * @param {string} stdout
 */
export function readFeatures(stdout) {
  const line = /^FEATURES (.*)$/m.exec(stdout);
  if (line === null) throw new Error(`the process did not say which features it sees:\n${stdout.slice(-2000)}`);
  return line[1];
}

/**
 * Throws unless a process has seen exactly the features of its level: with others, it ran on another processor.
 *
 * @param {string} name
 * @param {string} seen
 */
export function judgeFeatures(name, seen) {
  const { features } = LEVELS[name];
  if (features === undefined || features === seen) return;
  const missing = features.split(" ").filter((feature) => !seen.split(" ").includes(feature));
  const way = missing.length > 0 ? `; QEMU emulates ${missing.join(", ")} in newer versions: AVX2 since 7.2` : "";
  throw new Error(`${name} must have the features ${features}, but the process saw ${seen || "none"}${way}`);
}

/**
 * How many tests of the core passed, from what their program printed.
 *
 * @param {string} stdout
 */
export function readPassed(stdout) {
  const line = /^test result: ok\. (\d+) passed; 0 failed; 0 ignored/m.exec(stdout);
  if (line === null || line[1] === "0") throw new Error(`not all of the core's tests passed:\n${stdout.slice(-2000)}`);
  return Number(line[1]);
}

const COLUMNS = ["level", "features that were seen", "core tests", "cases", "as promises", "digests", "time"];

/**
 * A table for people.
 *
 * @param {Outcome[]} outcomes
 */
export function textOf(outcomes) {
  const rows = outcomes.map(({ level, features, tests, cases, twins, equal, seconds }) => [
    ...[level, features ?? "not known", countText(tests), countText(cases), countText(twins)],
    ...[equal ? "equal" : "not equal", `${Math.round(seconds)} s`],
  ]);
  return table([COLUMNS, ...rows], 2);
}
