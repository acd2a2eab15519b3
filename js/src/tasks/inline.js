// Rows as promises where there is no thread to be had: on the calling thread, which turns once before each of them.

import { copyOf } from "../check.js";
import { failure } from "../error.js";
import { ownArguments, resultOf } from "./own.js";

/** A turn of the event loop, so that timers and signals have theirs. */
export const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * @param {() => import("../load.js").Rows} rowsOf
 * @returns {import("../later.js").Tasks}
 */
export function inlineTasks(rowsOf) {
  return {
    open: () => new InlineLane(rowsOf),
    keep: (bytes) => ({ bytes: copyOf(bytes) }),
    swap: (memory, length) => ({ kept: { bytes: memory.subarray(0, length) }, memory: new Uint8Array(memory.length) }),
    forget: () => {},
    writable: (target, isRead) => ({ bytes: isRead ? copyOf(target) : new Uint8Array(target.length) }),
    reuse: () => {},
  };
}

/** The error of a call whose state went with the instance that had it. */
export function replaced() {
  const message = "the WebAssembly instance that this call began with has failed and was replaced; call again";
  return failure("ERR_DISPOSED", "", message);
}

/** The lane of one call on the calling thread. */
export class InlineLane {
  depth = 1;
  #rowsOf;
  #isClosed = false;
  /** The instance that has this lane's state. @type {number | undefined} */
  #instance;

  /** @param {() => import("../load.js").Rows} rowsOf */
  constructor(rowsOf) {
    this.#rowsOf = rowsOf;
  }

  /**
   * @param {string} row
   * @param {unknown[]} args
   */
  call(row, args) {
    return this.run(row, ownArguments(row, args));
  }

  /**
   * Calls a row with arguments that are the lane's own.
   *
   * @param {string} row
   * @param {unknown[]} own
   * @returns {Promise<any>}
   */
  async run(row, own) {
    await turn();
    // Nobody waits for it any more, so it never begins.
    if (this.#isClosed) return undefined;
    const rows = this.#rowsOf();
    this.#instance ??= rows.instance?.();
    if (this.#instance !== rows.instance?.()) throw replaced();
    return resultOf(row, own, /** @type {any} */ (rows)[row](...own));
  }

  /** @param {number} handle */
  release(handle) {
    const rows = this.#rowsOf();
    if (this.#instance === rows.instance?.()) rows.release(handle);
  }

  close() {
    this.#isClosed = true;
  }
}
