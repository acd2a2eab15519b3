// Cancels a long call of a backend in the middle, and says as JSON how soon it rejected and what the process did once
// its worker and its memory were given back. Run with the kind of call and what is expected: "ends" or "goes on" for its
// work, or "is not cancelled", which shows that the call is long enough to be seen. The kind "toil" takes the backend too,
// and the folder of a build with rows that fail on purpose.

import { perform } from "../../../js/src/later.js";
import { openFaulty } from "../../fault/open.js";
import { pause, processorTime } from "./machine.js";

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const RUNS = 60; // milliseconds before the call is cancelled
const SOON = 50;
// A piece that was begun is finished, or its worker ended; both take time of the processor, and so does giving memory back.
const SETTLES = 100;
const AFTER = 200;
const MOST_WORK = 30; // of AFTER
const TRIES = 5;

/** @typedef {{ long: (signal: AbortSignal) => Promise<unknown>, short: () => Promise<unknown>, right: unknown }} Calls */

/** @returns {Promise<Calls>} */
async function toil() {
  const [, , name, folder] = process.argv.slice(2);
  const { tasks } = await openFaulty(/** @type {import("../../fault/open.js").Name} */ (name), folder);
  /** @type {(count: number, signal?: AbortSignal) => Promise<unknown>} */
  const call = (count, signal) =>
    perform(
      () => tasks,
      (job) => {
        job.options({ signal }, [], "toil");
        return job.call("toil", [count]);
      },
    );
  return { long: (signal) => call(2000, signal), short: () => call(2), right: 2 };
}

/**
 * @param {string} kind
 * @returns {Promise<Calls>}
 */
async function shipped(kind) {
  const promises = await import("oxbridge/promises");
  const chunk = new Uint8Array(2 ** 20);
  async function* endless() {
    for (;;) yield chunk;
  }
  const offsets = new Uint32Array(kind === "bulkHash" ? 8e6 : 1);
  const large = new Uint8Array(kind === "invertColors" ? 2 ** 30 : 1);
  /** @type {Record<string, (signal: AbortSignal) => Promise<unknown>>} */
  const CALLS = {
    hashStream: (signal) => promises.hashStream("sha256", endless(), { signal }),
    bulkHash: (signal) => promises.bulkHash("sha256", { bytes: "", offsets }, { encoding: "packed", signal }),
    invertColors: (signal) => promises.invertColors(large, { signal }),
  };
  return { long: CALLS[kind], short: () => promises.sha256("abc"), right: ABC };
}

const [kind, expected] = process.argv.slice(2);
if (!["ends", "goes on", "is not cancelled"].includes(expected)) throw new Error(`nothing is known of "${expected}"`);
const { long, short, right } = await (kind === "toil" ? toil() : shipped(kind));

/** What the process works in AFTER, in milliseconds. */
async function workAfter() {
  await pause(SETTLES);
  const before = processorTime();
  await pause(AFTER);
  return processorTime() - before;
}

async function attempt() {
  await short();
  const controller = new AbortController();
  const reason = new Error("enough");
  const outcome = long(controller.signal).then(
    (value) => ({ value, at: performance.now() }),
    (error) => ({ error, at: performance.now() }),
  );
  await pause(RUNS);
  const start = performance.now();
  const isCancelled = expected !== "is not cancelled";
  const early = isCancelled ? undefined : await workAfter();
  controller.abort(reason);
  const settled = await outcome;
  // One that is not cancelled may end before: whether it was long enough, `work` says.
  const isRight = "error" in settled ? settled.error === reason : !isCancelled;
  if (!isRight) throw new Error(`it was not cancelled: ${String("error" in settled ? settled.error : settled.value)}`);
  const work = early ?? (await workAfter());
  const answer = await short();
  if (answer !== right) throw new Error(`the next call gave ${answer}`);
  const late = Math.round(settled.at - start);
  return { isGood: (late < SOON || !isCancelled) && work < MOST_WORK === (expected === "ends"), late, work };
}

const tries = [];
for (let i = 0; i < TRIES && !tries.at(-1)?.isGood; i++) tries.push(await attempt());
console.log(JSON.stringify(tries));
