// Rows off the thread by the runtime's own pool of threads: an addon has each row once more, as a call that ends later.

/** @typedef {Record<string, (...args: unknown[]) => Promise<any>>} Promises */

/** Blank memory, which bindings copy. */
let blank = new Uint8Array(0);

/** @param {number} length */
function blankOf(length) {
  if (blank.length < length) blank = new Uint8Array(length);
  return blank.subarray(0, length);
}

/**
 * @param {import("../load.js").Rows} rows
 * @param {Promises} promises
 * @returns {import("../later.js").Tasks}
 */
export function threadTasks(rows, promises) {
  /** @type {import("../later.js").Lane} */
  const lane = {
    // Threads take calls in any order.
    depth: 1,
    // A binding copies what it is given before it returns, and throws what is wrong with it.
    call: async (row, args) => promises[row](...args),
    release: (handle) => rows.release(handle),
    close: () => {},
  };
  return {
    open: () => lane,
    keep: (bytes) => rows.keep(bytes),
    swap: (memory, length) => ({ kept: rows.keep(memory.subarray(0, length)), memory }),
    forget: (kept) => rows.release(/** @type {number} */ (kept)),
    writable: (target, isRead) => (isRead ? target : blankOf(target.length)),
    reuse: () => {},
  };
}
