// The same jobs without Oxbridge: for each the ways that Node and plain JavaScript have. The fastest one counts.

import * as crypto from "node:crypto";

// Node has the one-shot function since 20.12 and 21.7; it is about twice as fast as an object for each digest.
const hasOneShot = "hash" in crypto;
const hashOnce = hasOneShot
  ? (/** @type {string} */ line) => crypto.hash("sha256", line)
  : (/** @type {string} */ line) => crypto.createHash("sha256").update(line).digest("hex");

/** @type {Record<string, (lines: string[]) => string[]>} */
const hashLines = {
  [hasOneShot ? "crypto.hash in a loop" : "crypto.createHash in a loop"](lines) {
    const digests = [];
    for (const line of lines) digests.push(hashOnce(line));
    return digests;
  },
};

/** @type {Record<string, (pixels: Uint8Array, times: number) => Uint8Array>} */
const invert = {
  "a loop over bytes"(pixels, times) {
    for (let i = 0; i < times; i++) for (let at = 0; at < pixels.length; at++) pixels[at] = 255 - pixels[at];
    return pixels;
  },
  "a loop over a Uint32Array"(pixels, times) {
    const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
    for (let i = 0; i < times; i++) {
      for (let at = 0; at < words.length; at++) words[at] = ~words[at];
      for (let at = words.length << 2; at < pixels.length; at++) pixels[at] = ~pixels[at];
    }
    return pixels;
  },
  "a loop over a BigUint64Array"(pixels, times) {
    const words = new BigUint64Array(pixels.buffer, pixels.byteOffset, pixels.length >> 3);
    for (let i = 0; i < times; i++) {
      for (let at = 0; at < words.length; at++) words[at] = BigInt.asUintN(64, ~words[at]);
      for (let at = words.length << 3; at < pixels.length; at++) pixels[at] = ~pixels[at];
    }
    return pixels;
  },
};

/** @param {number} n */
function byBigInt(n) {
  let [current, next] = [0n, 1n];
  for (let i = 0; i < n; i++) [current, next] = [next, current + next];
  return current;
}

/** @param {number} n */
function byWrappedBigInt(n) {
  let [current, next] = [0n, 1n];
  // V8 computes sums that are wrapped at once in a register.
  for (let i = 0; i < n; i++) [current, next] = [next, BigInt.asUintN(64, current + next)];
  return current;
}

/** @param {number} n */
function byNumberFirst(n) {
  let [a, b] = [0, 1];
  // Numbers are exact up to F(78), the last one below 2^53.
  const exact = Math.min(n, 77);
  for (let i = 0; i < exact; i++) [a, b] = [b, a + b];
  let [current, next] = [BigInt(a), BigInt(b)];
  for (let i = exact; i < n; i++) [current, next] = [next, current + next];
  return current;
}

/** @type {Record<string, (times: number) => bigint[]>} */
const allFibonacci = {
  "a loop over BigInt"(times) {
    const numbers = [];
    for (let i = 0; i < times; i++) for (let n = 0; n <= 93; n++) numbers[n] = byBigInt(n);
    return numbers;
  },
  "a loop over BigInt of 64 bits"(times) {
    const numbers = [];
    for (let i = 0; i < times; i++) for (let n = 0; n <= 93; n++) numbers[n] = byWrappedBigInt(n);
    return numbers;
  },
  "a loop over Number, BigInt past 2^53"(times) {
    const numbers = [];
    for (let i = 0; i < times; i++) for (let n = 0; n <= 93; n++) numbers[n] = byNumberFirst(n);
    return numbers;
  },
};

/** @type {Record<string, (values: Float64Array) => number>} */
const sum = {
  "a loop with +"(values) {
    let total = 0;
    for (let i = 0; i < values.length; i++) total += values[i];
    return total;
  },
};

export const plainWays = { hashLines, invert, allFibonacci, sum };
