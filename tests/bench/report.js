// What the benchmark prints.

import { summary } from "./measure.js";

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} title
 * @property {string} unit what a time is for
 * @property {string} baseline the candidate that the others are compared with
 * @property {Record<string, string>} labels what candidates are called, where not by their names
 * @property {Record<string, number[]>} times nanoseconds per unit, round by round
 */

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {number} target
 * @property {{ median: number, low: number, high: number }} measured
 * @property {boolean} met
 * @property {boolean} most whether the target is the largest value that is good enough; otherwise the smallest
 * @property {string} [unit] what is measured, where it is no ratio
 */

/** A result as medians, quartiles and ratios. @param {Result} result */
export function summaries({ name, title, unit, baseline, labels, times }) {
  const reference = summary(times[baseline]).median;
  const rows = Object.entries(times).map(([candidate, values]) => {
    const nanoseconds = summary(values);
    const timesAsFast = candidate === baseline ? undefined : reference / nanoseconds.median;
    return { name: labels[candidate] ?? candidate, nanoseconds, timesAsFast };
  });
  return { name, title, unit, baseline: labels[baseline] ?? baseline, rows };
}

/**
 * @param {{ node: string, platform: string, loadPerCore: number, busy: boolean }} machine
 * @param {Result[]} results
 * @param {Target[]} targets
 */
export function printReport({ node, platform, loadPerCore, busy }, results, targets) {
  console.log(`Oxbridge benchmark: Node ${node} on ${platform}, load ${loadPerCore.toFixed(2)} per core`);
  if (busy) console.log("THE MACHINE IS BUSY and was measured anyway: trust no figure below.");
  console.log("Medians of rounds in which all take turns; the spread is where the middle half of the rounds lies.\n");
  for (const result of results) printResult(summaries(result));
  printTargets(targets);
}

/** @param {ReturnType<typeof summaries>} result */
function printResult({ title, unit, rows }) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(title);
  console.log(`  ${"".padEnd(width)} ${`each ${unit}`.padStart(12)} ${"spread".padStart(20)}  speed`);
  for (const { name, nanoseconds, timesAsFast } of rows) {
    const { median, low, high } = nanoseconds;
    const spread = `${time(low)} to ${time(high)}`;
    const speed = timesAsFast === undefined ? "baseline" : speedOf(timesAsFast);
    console.log(`  ${name.padEnd(width)} ${time(median).padStart(12)} ${spread.padStart(20)}  ${speed}`);
  }
  console.log();
}

/** @param {Target[]} targets */
function printTargets(targets) {
  const width = Math.max(...targets.map(({ name }) => name.length));
  console.log(`${"targets (idle x86-64 with SHA-NI, Node 24)".padEnd(width)}  target  measured  met`);
  for (const { name, target, measured, met, unit } of targets) {
    const [wanted, got] = unit
      ? [`${target} ${unit}`, `${measured.median.toFixed(0)} ${unit}`]
      : [`${target}x`, `${measured.median.toFixed(2)}x`];
    console.log(`${name.padEnd(width)}  ${wanted.padStart(6)}  ${got.padStart(8)}  ${met ? "yes" : "NO"}`);
  }
}

/** @param {number} timesAsFast */
function speedOf(timesAsFast) {
  return timesAsFast < 0.1 ? `takes ${figure(1 / timesAsFast)}x as long` : `${figure(timesAsFast)}x as fast`;
}

/** @param {number} nanoseconds */
function time(nanoseconds) {
  return nanoseconds >= 1000 ? `${figure(nanoseconds / 1000)} µs` : `${figure(nanoseconds)} ns`;
}

/** Three significant digits, without an exponent. @param {number} value */
function figure(value) {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
