// Runs the parts that the command line names, or all of them, and ends the process as they went. One part runs in this
// process; several run in processes of their own, two at a time, and are shown one after the other.

import { fork } from "node:child_process";
import process from "node:process";
import { table } from "../js/build/table.js";
import { Report } from "./report.js";

/**
 * A part of the tests. Nothing runs beside one that is `alone`: because it measures, or because what comes after it needs
 * what it makes.
 *
 * @typedef {{ title: string, run: (report: Report) => Promise<void>, alone?: boolean }} Part
 */
/** @typedef {import("./report.js").Outcome} Outcome */

/** Parts at the same time. Most of what they run is one process after the other, and so are the compilers' last steps. */
const AT_ONCE = 2;

/** @param {Record<string, Part>} parts in the order in which they begin */
export async function runParts(parts) {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`there is no part ${unknown.join(", ")}; the parts are: ${Object.keys(parts).join(", ")}`);
    process.exit(2);
  }
  const wanted = Object.keys(parts).filter((name) => named.length === 0 || named.includes(name));
  const report = new Report();
  if (wanted.length === 1) await runHere(report, wanted[0], parts[wanted[0]]);
  else await runAll(report, wanted, parts);
  process.exit(report.finish());
}

/**
 * @param {Report} report
 * @param {string} name
 * @param {Part} part
 */
async function runHere(report, name, { title, run }) {
  report.section(`${name}: ${title}`);
  await run(report);
  const { send } = process;
  if (send === undefined) return;
  // It is one of several: the process that has begun it shows how all of them ended. Another one looks at the exit code.
  await new Promise((resolve) => send.call(process, report.outcome(), undefined, undefined, resolve));
  process.exit(report.failures.length === 0 ? 0 : 1);
}

/**
 * @param {Report} report
 * @param {string[]} wanted
 * @param {Record<string, Part>} parts
 */
async function runAll(report, wanted, parts) {
  const start = performance.now();
  /** @type {[name: string, seconds: number][]} */
  const times = [];
  /** @type {Promise<Outcome>[]} */
  const shown = [];
  /** @type {Set<{ alone: boolean, ended: Promise<Outcome> }>} */
  const running = new Set();
  for (const name of wanted) {
    const { alone = false } = parts[name];
    while (!isRoom([...running], alone)) await Promise.race([...running].map(({ ended }) => ended));
    const begun = performance.now();
    const part = { alone, ...begin(name, shown.at(-1)) };
    running.add(part);
    part.ended.then(() => {
      running.delete(part);
      times.push([name, secondsSince(begun)]);
    });
    shown.push(part.shown);
  }
  for (const outcome of await Promise.all(shown)) report.add(outcome);
  const longest = times.sort(([, one], [, other]) => other - one).map(([name, seconds]) => [name, seconds.toFixed(1)]);
  console.log(`\n${table([["part", "seconds"], ...longest])}`);
  console.log(`\n${Math.round(secondsSince(start))} s in all`);
}

/** @param {number} start */
const secondsSince = (start) => (performance.now() - start) / 1000;

/**
 * Whether one more part may begin.
 *
 * @param {{ alone: boolean }[]} running
 * @param {boolean} alone whether it is one that runs alone
 */
function isRoom(running, alone) {
  if (running.length === 0) return true;
  return !alone && running.length < AT_ONCE && !running.some((part) => part.alone);
}

/**
 * Begins a part in a process of its own. What it prints is shown when that before it is over.
 *
 * @param {string} name
 * @param {Promise<unknown>} [before] the part that is shown before
 * @returns {{ ended: Promise<Outcome>, shown: Promise<Outcome> }}
 */
function begin(name, before) {
  const child = fork(process.argv[1], [name], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let waiting = "";
  /** @type {(text: string) => void} */
  let show = (text) => {
    waiting += text;
  };
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => show(text));
  /** @type {Outcome | undefined} */
  let outcome;
  child.on("message", (message) => {
    outcome = /** @type {Outcome} */ (message);
  });
  /** @type {Promise<Outcome>} */
  const ended = new Promise((resolve) => {
    child.on("close", (code, signal) => {
      const message = `its process ended with ${signal ?? code} and did not say how its checks went`;
      resolve(outcome ?? { passed: 0, failures: [{ name: `the part ${name} runs to its end`, message }], closing: [] });
    });
  });
  const turn = Promise.resolve(before).then(() => {
    process.stdout.write(waiting);
    show = (text) => process.stdout.write(text);
  });
  return { ended, shown: turn.then(() => ended) };
}
