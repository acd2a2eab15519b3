// The gate that a worker goes through to open the C library: while it is inside, its thread must not be stopped. It may load
// koffi there, which ends the whole process when its environment goes meanwhile.
//
// The end of the process closes the gates of all workers that the main thread has started. Node tells a worker of the program
// nothing of its own end, so those that such a worker has started are not guarded.

const [OPEN, INSIDE, CLOSED] = [0, 1, 2];
/** Something is wrong with a worker that is inside for longer, in milliseconds. */
const LONGEST = 2000;

/** The gates of workers that live. @type {Set<Int32Array>} */
const gates = new Set();
let listens = false;

/** A gate for one worker, which is told of it when it is made. */
export const newGate = () => new Int32Array(new SharedArrayBuffer(4));

/**
 * Lets the end of the process close a gate.
 *
 * @param {Int32Array} gate
 * @param {{ once: (event: "exit", closeAll: () => void) => unknown }} process
 */
export function guard(gate, process) {
  gates.add(gate);
  if (listens) return;
  listens = true;
  process.once("exit", () => {
    const deadline = performance.now() + LONGEST;
    for (const gate of gates) closeGate(gate, deadline);
  });
}

/**
 * Closes the gate of a worker that lives, and waits until it has come out.
 *
 * @param {Int32Array} gate
 * @param {number} [deadline] when not to wait any more
 */
export function closeGate(gate, deadline = performance.now() + LONGEST) {
  if (!gates.delete(gate)) return;
  while (Atomics.compareExchange(gate, 0, OPEN, CLOSED) === INSIDE) {
    const rest = deadline - performance.now();
    if (rest <= 0) return;
    Atomics.wait(gate, 0, INSIDE, rest);
  }
}

/**
 * Forgets the gate of a worker that has ended, which may have been inside.
 *
 * @param {Int32Array} gate
 */
export function forgetGate(gate) {
  gates.delete(gate);
}

/**
 * For the worker: opens something behind the gate.
 *
 * @template T
 * @param {Int32Array} gate
 * @param {() => T} open
 * @returns {T}
 * @throws {Error} if the gate is closed
 */
export function openBehind(gate, open) {
  if (Atomics.compareExchange(gate, 0, OPEN, INSIDE) === CLOSED) throw new Error("the process is about to end");
  try {
    return open();
  } finally {
    Atomics.store(gate, 0, OPEN);
    Atomics.notify(gate, 0);
  }
}
