// Measures two long calls at once against one alone, how long they take to begin, and how late a timer is from then on.
// Run with the name of the call; says as JSON where promises run, and what came of each try, of which the last is good if
// one is.

import { backend as processBackend } from "oxbridge/backend";
import * as promises from "oxbridge/promises";
import { busyTime, pause, processorTime, threadTime } from "./machine.js";

const LEAST = 300; // milliseconds that a call alone takes
const SPARE = 1.2; // so many times as long at first, because engines become faster
const TICK = 5;
const TRIES = 5;
const MOST_TOGETHER = 1.6; // times as long as one alone
const MOST_BEGINNING = 0.25; // of the time of one alone, for each: arguments are checked and copied by then
const LATEST = 30; // milliseconds
const MOST_OTHERS = 0.2; // of one processor, for other programs: with more, two calls cannot have one each
const MOST_OWN = 0.8; // of the work, for the calling thread: with more, two calls could not take 1.6 times as long as one

const [kind] = process.argv.slice(2);
const chunk = new Uint8Array(2 ** 20);

/** @param {number} count */
async function* chunks(count) {
  for (let i = 0; i < count; i++) yield chunk;
}

/** Each call, and how much work it begins with: MiB, or messages. @type {Record<string, { call: (size: number) => Promise<unknown>, first: number }>} */
const CALLS = {
  hashStream: { call: (size) => promises.hashStream("sha256", chunks(size)), first: 32 },
  bulkHash: {
    call: (size) => promises.bulkHash("sha256", { bytes: "", offsets: new Uint32Array(size) }, "packed"),
    first: 2 ** 19,
  },
};
const { call, first } = CALLS[kind];

/** @param {() => Promise<unknown>} run */
async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * How much work takes long enough, with something to spare: so much, or more, if the machine is faster than it was.
 *
 * @param {number} size
 */
async function enough(size) {
  for (;;) {
    const time = await timed(() => call(size));
    if (time >= SPARE * LEAST) return size;
    size = Math.ceil(size * Math.min(4, (1.1 * SPARE * LEAST) / time));
  }
}

/**
 * Runs two calls at once after one alone. If other programs take a processor meanwhile, the time of both says nothing;
 * how much of the work the calling thread has done says the same then.
 *
 * @param {number} size
 */
async function attempt(size) {
  const alone = await timed(() => call(size));
  const [busy, work, own, start] = [busyTime(), processorTime(), threadTime(), performance.now()];
  const calls = [call(size), call(size)];
  let [worst, last] = [0, performance.now()];
  const beginning = last - start;
  const timer = setInterval(() => {
    const now = performance.now();
    worst = Math.max(worst, now - last - TICK);
    last = now;
  }, TICK);
  await Promise.all(calls);
  const together = performance.now() - start;
  const share = (threadTime() - own) / (processorTime() - work);
  const others = (busyTime() - busy - (processorTime() - work)) / together;
  await pause(0); // a tick that is due
  clearInterval(timer);
  worst = Math.max(worst, performance.now() - last - TICK);
  const isApart = others < MOST_OTHERS ? together < MOST_TOGETHER * alone : share < MOST_OWN;
  const isGood = alone >= LEAST && beginning < 2 * MOST_BEGINNING * alone && isApart && worst < LATEST;
  const [whole, hundredths] = [Math.round, (/** @type {number} */ value) => Math.round(100 * value) / 100];
  const times = { alone: whole(alone), beginning: whole(beginning), together: whole(together), worst: whole(worst) };
  return { isGood, ...times, share: hundredths(share), others: hundredths(others) };
}

await call(first); // starts what has to be started
let size = first;
const tries = [];
for (let i = 0; i < TRIES && !tries.at(-1)?.isGood; i++) {
  size = await enough(size);
  tries.push({ size, ...(await attempt(size)) });
}
const { name, async: how } = processBackend();
console.log(JSON.stringify({ name, how, tries }));
