// The arguments of a row that runs later, as the task's own: views are copied, and what was kept is taken.

import { copyOf } from "../check.js";
import { ROWS } from "../interface.js";

/** Where each row writes bytes; rows that write none are not there. @type {Map<string, number>} */
const WRITTEN = new Map();
for (const rows of Object.values(ROWS)) {
  for (const [row, types] of Object.entries(rows)) {
    const index = /** @type {readonly string[]} */ (types).indexOf("BytesMut");
    if (index >= 0) WRITTEN.set(row, index);
  }
}

/**
 * @param {string} row
 * @param {unknown[]} args
 * @param {(bytes: Uint8Array) => Uint8Array} [copy] copies what is only read; a view that is written to becomes a result,
 *   and has a buffer of its own
 */
export function ownArguments(row, args, copy = copyOf) {
  return args.map((arg, index) => {
    if (arg instanceof Uint8Array) return index === WRITTEN.get(row) ? copyOf(arg) : copy(arg);
    if (ArrayBuffer.isView(arg)) return copyOf(/** @type {Uint32Array} */ (arg));
    return typeof arg === "object" ? /** @type {{ bytes: Uint8Array }} */ (arg).bytes : arg;
  });
}

/**
 * What a row gives as a promise: the bytes that it has written, or else its result.
 *
 * @param {string} row
 * @param {unknown[]} args
 * @param {unknown} result
 */
export function resultOf(row, args, result) {
  const index = WRITTEN.get(row);
  return index === undefined ? result : args[index];
}
