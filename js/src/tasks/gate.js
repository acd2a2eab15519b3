// A gate that a thread of Node or Bun goes through to open the core: while it is inside, the thread must not be stopped. It may
// load koffi there, which ends the whole process when its environment goes meanwhile.

const [OPEN, INSIDE, CLOSED] = [0, 1, 2];
/** Something is wrong with a thread that opens the core for longer, in milliseconds. */
const LONGEST = 5000;

/** The gates of threads that live. @type {Set<Int32Array>} */
const gates = new Set();
let listens = false;

/**
 * A gate for one thread. The end of the process closes it.
 *
 * @param {{ once: (event: "exit", closeAll: () => void) => unknown }} process
 */
export function makeGate(process) {
  if (!listens) process.once("exit", () => gates.forEach(closeGate));
  listens = true;
  const gate = new Int32Array(new SharedArrayBuffer(4));
  gates.add(gate);
  return gate;
}

/**
 * Closes a gate, and waits for the thread that is inside.
 *
 * @param {Int32Array} gate
 */
export function closeGate(gate) {
  gates.delete(gate);
  if (Atomics.compareExchange(gate, 0, OPEN, CLOSED) === INSIDE) Atomics.wait(gate, 0, INSIDE, LONGEST);
}

/**
 * Opens something behind the gate, unless that is closed; the thread is about to be stopped then.
 *
 * @param {Int32Array | undefined} gate
 * @param {() => void} open
 */
export function behindGate(gate, open) {
  if (gate === undefined) return open();
  if (Atomics.compareExchange(gate, 0, OPEN, INSIDE) === CLOSED) return;
  try {
    open();
  } finally {
    Atomics.store(gate, 0, OPEN);
    Atomics.notify(gate, 0);
  }
}
