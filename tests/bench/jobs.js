// The two jobs of the benchmark, with each backend and with what Node and plain JavaScript have.
//
// The backends share the code of a loop here, unlike in crossing.js: a call takes microseconds and more, and what
// sharing adds is a few nanoseconds.

import { createHash, hash } from "node:crypto";
import { takeTurns } from "./measure.js";

const LINES = 100_000;
const UNITS = 30; // of UTF-16 in a line
const PIXELS = 256 * 1024;
const INVERSIONS = 21; // odd, so that the pixels end up inverted
const HASH_ROUNDS = 21;
const INVERT_ROUNDS = 25;

/** @typedef {Awaited<ReturnType<typeof import("oxbridge/backend").load>>} Api */
/** @typedef {Record<string, Api>} Apis */

/**
 * Distinct lines of 30 code units, cut from one text as a program gets them from a file.
 *
 * @param {boolean} foreign whether one line in five is not ASCII
 */
export function distinctLines(foreign) {
  const lines = Array.from({ length: LINES }, (_, i) => {
    const line = `${(i * 7919).toString(36)} the quick brown fox jumps over ${i}`.slice(0, 24);
    const number = i.toString(36).padStart(4, "0");
    return foreign && i % 5 === 0 ? `${line.slice(0, 19)} é兎🐇ß ${number}` : `${line}: ${number}`;
  });
  if (new Set(lines).size !== LINES || lines.some((line) => line.length !== UNITS)) {
    throw new Error(`the benchmark's lines are not ${LINES} distinct ones of ${UNITS} code units`);
  }
  return lines.join("\n").split("\n");
}

/**
 * SHA-256 of each line, in hexadecimal. Nanoseconds per line.
 *
 * @param {Apis} apis
 * @param {string[]} lines
 */
export function measureBulkHash(apis, lines) {
  /** @param {string[]} input */
  const loop = (input) => {
    const digests = [];
    for (const line of input) digests.push(hash("sha256", line));
    return digests;
  };
  const ours = Object.entries(apis).map(([name, api]) => {
    return { name, run: (/** @type {string[]} */ input) => api.bulkHash("sha256", input) };
  });
  return takeTurns({
    candidates: [{ name: "plain", run: loop }, ...ours],
    // Each pays for its own garbage as it comes, as in a program; a collection forced between the turns would shrink
    // the young generation, and measure how it grows again.
    input: () => lines,
    fold: (digests) => digestOf(digests.join("")),
    rounds: HASH_ROUNDS,
    operations: LINES,
  });
}

/**
 * Inverts 256 KiB in place. Nanoseconds per inversion.
 *
 * @param {Apis} apis
 */
export function measureInvertColors(apis) {
  // A sequence without short cycles; any bytes take the same time.
  const pixels = Uint8Array.from({ length: PIXELS }, (_, i) => Math.imul(i, 2654435761) >>> 24);
  /** @param {Uint8Array} input */
  const loop = (input) => {
    for (let i = 0; i < INVERSIONS; i++) for (let at = 0; at < input.length; at++) input[at] = 255 - input[at];
    return input;
  };
  const ours = Object.entries(apis).map(([name, api]) => {
    /** @param {Uint8Array<ArrayBuffer>} input */
    const run = (input) => {
      for (let i = 0; i < INVERSIONS; i++) api.invertColors(input);
      return input;
    };
    return { name, run };
  });
  return takeTurns({
    candidates: [{ name: "plain", run: loop }, ...ours],
    input: () => pixels.slice(),
    fold: digestOf,
    rounds: INVERT_ROUNDS,
    operations: INVERSIONS,
  });
}

/** @param {string | Uint8Array} result */
function digestOf(result) {
  return createHash("sha256").update(result).digest("hex");
}
