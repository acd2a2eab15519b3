// What becomes of a worker behind its gate, and of one that comes to a gate that was closed. Run with what closes it, or with
// "the pool" and a number, to exit so many milliseconds after a worker of the pool has begun to open the C library.

import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { closeGate, guard, newGate, openBehind } from "../../../js/src/tasks/gate.js";

const WHILE = 300; // milliseconds that the worker is inside
const [NOWHERE, INSIDE, OUTSIDE] = [0, 1, 2];
const say = (/** @type {string} */ text) => writeSync(1, text);

/** A worker that opens nothing, but takes its time. */
function stayInside() {
  const { gate, seen } = workerData;
  openBehind(gate, () => {
    Atomics.store(seen, 0, INSIDE);
    Atomics.notify(seen, 0);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WHILE);
    Atomics.store(seen, 0, OUTSIDE);
  });
}

/** @param {string} by */
function closeWhileInside(by) {
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const [gate, late] = [newGate(), newGate()];
  new Worker(new URL(import.meta.url), { workerData: { gate, seen } });
  for (const each of [gate, late]) guard(each, process);
  Atomics.wait(seen, 0, NOWHERE);
  const began = performance.now();
  const report = () => {
    const took = performance.now() - began;
    if (took > 6 * WHILE) throw new Error(`it took ${took} ms to close the gates of a worker that stays for ${WHILE}`);
    let entered = "kept out";
    try {
      openBehind(late, () => (entered = "let in"));
    } catch {
      // It is kept out.
    }
    say(`${Atomics.load(seen, 0) === OUTSIDE ? "it came out" : "it is inside"}, the other was ${entered}`);
  };
  if (by === "the end of the worker") {
    closeGate(gate);
    closeGate(late);
    report();
  } else process.once("exit", report); // behind the listener of the gates
  process.exit();
}

/** Exits as soon as a worker of the pool is behind its gate. */
async function exitWhileItOpens() {
  const threads = process.getBuiltinModule("node:worker_threads");
  /** @type {Int32Array | undefined} */
  let gate;
  threads.Worker = /** @type {any} */ (
    class extends threads.Worker {
      constructor(/** @type {URL} */ file, /** @type {any} */ options) {
        super(file, options);
        gate = options.workerData;
      }
    }
  );
  const { sha256 } = await import("oxbridge/promises");
  sha256("abc");
  while (gate === undefined) await new Promise((resolve) => setTimeout(resolve, 0));
  // Nobody notifies who waits for a worker to go in.
  const limit = performance.now() + 1000;
  while (Atomics.load(gate, 0) === NOWHERE && performance.now() < limit) Atomics.wait(gate, 0, NOWHERE, 0.1);
  const wasInside = Atomics.load(gate, 0) === INSIDE;
  // Not at once, when it has not come to koffi.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(process.argv[3]));
  say(wasInside ? "inside" : "too late");
  process.exit();
}

const way = process.argv[2];
if (!isMainThread) stayInside();
else if (way === "the pool") await exitWhileItOpens();
else closeWhileInside(way);
