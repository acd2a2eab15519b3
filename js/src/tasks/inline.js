// Rows as promises where there is no thread to be had: on the calling thread, which turns once before each of them.

import { copyOf } from "../check.js";
import { ownArguments, resultOf } from "./own.js";

/** A turn of the event loop, so that timers and signals have theirs. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * @param {() => import("../load.js").Rows} rowsOf
 * @returns {import("../later.js").Tasks}
 */
export function inlineTasks(rowsOf) {
  const lane = inlineLane(rowsOf);
  return { open: () => lane, keep: (bytes) => ({ bytes: /** @type {any} */ (copyOf(bytes)) }), forget: () => {} };
}

/**
 * @param {() => import("../load.js").Rows} rowsOf
 * @returns {import("../later.js").Lane}
 */
export function inlineLane(rowsOf) {
  return {
    depth: 1,
    call: (row, args) => callInline(rowsOf, row, ownArguments(row, args)),
    release: (handle) => rowsOf().release(handle),
    close: () => {},
  };
}

/**
 * @param {() => import("../load.js").Rows} rowsOf
 * @param {string} row
 * @param {unknown[]} own
 */
export async function callInline(rowsOf, row, own) {
  await turn();
  return resultOf(row, own, /** @type {any} */ (rowsOf())[row](...own));
}
