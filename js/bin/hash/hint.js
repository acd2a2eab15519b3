// What may be wrong with a list in which no line is well formed: often its digests are those of another algorithm.

import { ALGORITHMS } from "../../src/interface.js";

/** @typedef {import("../../src/algorithm.js").Algorithm} Algorithm */

/**
 * The algorithms that have digests of the length that a line begins with, if another one was expected.
 *
 * @param {string} line
 * @param {Algorithm} algorithm the one that was expected
 */
function likely(line, algorithm) {
  const [, digest] = /^[ \t]*\\?([0-9a-f]+)[ \t]/i.exec(line) ?? ["", ""];
  const names = /** @type {Algorithm[]} */ (Object.keys(ALGORITHMS));
  const fixed = names.filter((name) => !ALGORITHMS[name].extendable);
  const fitting = fixed.filter((name) => 2 * ALGORITHMS[name].digestLength === digest.length);
  return fitting.includes(algorithm) ? [] : fitting;
}

/**
 * The way out, if there is one.
 *
 * @param {{ number: number, text: string }[]} malformed
 * @param {Algorithm} algorithm
 */
export function hintOf(malformed, algorithm) {
  for (const { number, text } of malformed) {
    const names = likely(text, algorithm);
    if (names.length > 0) return `line ${number} has a digest as of ${names.join(", ")}: say which with --algorithm`;
  }
  return undefined;
}
