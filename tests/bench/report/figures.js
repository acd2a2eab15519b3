// Figures as people read them, and questions that several parts of a report ask of the results.

import { BACKENDS, referenceNode } from "../results.js";

/** @typedef {import("../results.js").Results} Results */

/** Three significant digits, without an exponent. @param {number} value */
export function figure(value) {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

const UNITS = /** @type {const} */ ([
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [0, "ns"],
]);

/** The unit that suits a time. @param {number} nanoseconds */
const unitOf = (nanoseconds) => UNITS.find(([size]) => Math.abs(nanoseconds) >= size) ?? UNITS[3];

/** A time with its unit; a difference may be less than none. @param {number} nanoseconds */
export function time(nanoseconds) {
  const [size, unit] = unitOf(nanoseconds);
  return `${figure(nanoseconds / (size || 1))} ${unit}`;
}

/** A time, and how far the middle half of the rounds reaches around it. @param {import("../statistics.js").Summary} summary */
export const timeAndSpread = ({ median, low, high }) =>
  `${time(median)} ±${Math.round(((high - low) / 2 / median) * 100)}%`;

/** A number of bytes, or of other things. @param {number} size @param {string} unit */
export function sizeOf(size, unit) {
  if (unit !== "bytes") return size.toLocaleString("en-US");
  if (size >= 1024 * 1024) return `${figure(size / 1024 / 1024)} MiB`;
  return size >= 1024 ? `${figure(size / 1024)} KiB` : `${size} B`;
}

/**
 * Where a backend is faster, in words.
 *
 * @param {Pick<import("../results.js").BreakEven, "ranges" | "smallest" | "largest" | "unit">} row
 */
export function rangesOf({ ranges, smallest, largest, unit }) {
  if (ranges.length === 0) return "never";
  const texts = ranges.map(({ from, to }) => {
    if (from === smallest && to === largest) return "always";
    if (to === largest) return `from ${sizeOf(from, unit)}`;
    if (from === smallest) return `up to ${sizeOf(to, unit)}`;
    return from === to ? `at ${sizeOf(from, unit)}` : `${sizeOf(from, unit)} to ${sizeOf(to, unit)}`;
  });
  return texts.join(", ");
}

/** All candidates of a job on a runtime, whichever process they ran in. @param {Results} results */
export function figuresOf({ figures }, /** @type {string} */ job, /** @type {string} */ runtime) {
  const rows = figures.filter((row) => row.job === job && row.runtime === runtime);
  /** @type {Nanoseconds} */
  const all = {};
  // What ran beside several backends is taken from the first, napi where it is there.
  for (const { nanoseconds } of rows) for (const [name, value] of Object.entries(nanoseconds)) all[name] ??= value;
  const [ours, others] = [Object.keys(all).filter(isOurs), Object.keys(all).filter((name) => !isOurs(name))];
  return Object.fromEntries([...ours, ...others].map((name) => [name, all[name]]));
}

/** @typedef {import("../results.js").Figures["nanoseconds"]} Nanoseconds */

/** The runtimes that a job ran on, in the order of the results. @param {Results} results @param {string} job */
export const runtimesOf = ({ figures, runtimes }, job) =>
  runtimes.filter(({ id }) => figures.some((row) => row.job === job && row.runtime === id));

/** The version of Node that jobs ran on. @param {Results} results */
export function nodeOf({ runtimes }) {
  const reference = referenceNode(runtimes.map(({ id }) => id));
  return runtimes.find(({ id }) => id === reference);
}

/** What is compared with, but is neither built in nor JavaScript. */
const NO_RIVALS = [
  "hash-wasm",
  "@node-rs/crc32",
  "@node-rs/xxhash",
  "Buffer.fill",
  "sha2 in Rust",
  "C addon",
  "bare symbol",
];
/** @type {readonly string[]} */
const OURS = BACKENDS;

/** Whether a candidate is Oxbridge. @param {string} name */
export const isOurs = (name) => OURS.includes(name.replace(/, promise$/, ""));

/**
 * The fastest way of a job without Oxbridge, if it was measured; unless told otherwise, of what is built in or is JavaScript.
 *
 * @param {Nanoseconds} nanoseconds
 * @param {readonly string[]} [noRivals] what does not count
 */
export function bestOther(nanoseconds, noRivals = NO_RIVALS) {
  const others = Object.entries(nanoseconds).filter(([name]) => !isOurs(name) && !noRivals.includes(name));
  return others.sort(([, a], [, b]) => a.median - b.median)[0];
}
