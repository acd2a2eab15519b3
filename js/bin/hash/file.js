// The digests of what names stand for, a few at the same time, and their results in the order of the names.

import { fstatSync } from "node:fs";
import process from "node:process";
import { hashFile, hashStream } from "../../src/entries/hash-promises.js";

/** @typedef {import("../../src/algorithm.js").Algorithm} Algorithm */
/** @typedef {import("./reason.js").CodedError} CodedError */
/** @typedef {{ digest: string, bytes: number, error?: undefined } | { error: CodedError }} Result */

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

/** How many files are read at the same time: enough that one is read while another is hashed. */
const MOST = 4;

/** @param {number} descriptor */
function isFolder(descriptor) {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false; // whatever it is, reading will tell
  }
}

let isRead = false;

/** Standard input; what is at its end gives no bytes, so the second time it is empty. */
export function standardInput() {
  // Node and Deno would take a folder for a stream without bytes.
  if (isFolder(0)) throw Object.assign(new Error("standard input is a folder"), { code: "EISDIR" });
  const rest = isRead ? new Blob([]) : process.stdin;
  isRead = true;
  return rest;
}

/**
 * The digest of one file, or why there is none.
 *
 * @param {{ algorithm: Algorithm, length: number | undefined }} kind the algorithm, and the length if that does not say it
 * @param {string} name
 * @param {import("./progress.js").Progress} progress
 * @returns {Promise<Result>}
 */
export async function digestOf({ algorithm, length }, name, progress) {
  let bytes = 0;
  const { advance, end } = progress.track(name);
  /** @type {(done: number, total: number | undefined) => void} */
  const onProgress = (done, total) => {
    bytes = done;
    advance(done, total);
  };
  const options = { onProgress, ...(length === undefined ? {} : { outputLength: length }) };
  try {
    const reading =
      name === STANDARD_INPUT
        ? hashStream(algorithm, /** @type {any} */ (standardInput()), options)
        : hashFile(algorithm, name, options);
    return { digest: await reading, bytes };
  } catch (error) {
    return { error: /** @type {CodedError} */ (error) };
  } finally {
    end();
  }
}

/**
 * Does some work for each item, for a few at the same time, and gives the results in order.
 *
 * @template Item, R
 * @param {Iterable<Item>} items
 * @param {(item: Item) => Promise<R>} work which does not reject
 * @returns {AsyncGenerator<R>}
 */
export async function* inOrder(items, work) {
  /** @type {Promise<R>[]} */
  const running = [];
  for (const item of items) {
    running.push(work(item));
    if (running.length === MOST) yield/** @type {Promise<R>} */ (running.shift());
  }
  yield* running;
}
