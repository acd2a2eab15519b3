// A thread that stays behind its gate for a while, and one that comes after the gate was closed. Run with what closes it.

import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { behindGate, closeGate, makeGate } from "../../../js/src/tasks/gate.js";

const WHILE = 300; // milliseconds
const [SEEN, NOTHING, ENTERED, LEFT] = [0, 0, 1, 2];
const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WHILE);

/** @param {Int32Array} seen */
const report = (seen) => (Atomics.load(seen, SEEN) === LEFT ? "left" : "stopped inside");

if (isMainThread) {
  const by = process.argv[2];
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const gate = makeGate(process);
  const late = makeGate(process);
  new Worker(new URL(import.meta.url), { workerData: { gate, seen } });
  while (Atomics.load(seen, SEEN) === NOTHING) await new Promise((resolve) => setTimeout(resolve, 1));
  if (by === "end of the thread") [gate, late].forEach(closeGate);
  // Listeners run in order: that of the gates was there before.
  process.once("exit", () => {
    let entered = false;
    behindGate(late, () => (entered = true));
    writeSync(1, `${report(seen)}, ${entered ? "let in" : "kept out"}`);
  });
  if (by === "end of the thread") {
    const now = report(seen);
    if (now !== "left") throw new Error(`closing the gate did not wait: the thread was ${now}`);
  }
  process.exit();
} else {
  const { gate, seen } = workerData;
  behindGate(gate, () => {
    Atomics.store(seen, SEEN, ENTERED);
    wait();
    Atomics.store(seen, SEEN, LEFT);
  });
}
