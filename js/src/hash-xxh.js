// xxHash as numbers, with a seed.

import * as check from "./check.js";
import { inPieces } from "./digest.js";
import { planOf, SINGLE } from "./hash-options.js";

/** @typedef {import("./check.js").Data} Data */
/** @typedef {"xxh32" | "xxh64" | "xxh3-64" | "xxh3-128"} Xxh */

const LARGEST = 2n ** 32n - 1n;
const WIDE = 16; // bytes of the longest

/** @param {import("./now.js").Bridge} bridge */
export function xxhFamily(bridge) {
  /**
   * @param {Xxh} algorithm
   * @param {unknown} data
   * @param {unknown} given
   * @param {string} where
   * @param {(rows: import("./load.js").Rows, bytes: Uint8Array, seed: bigint) => any} once
   */
  function number(algorithm, data, given, where, once) {
    bridge.control(where);
    const seed = seedOf(algorithm, given, where);
    const bytes = bridge.bytes(data, where, "data");
    const size = check.sizeOf(bytes);
    if (size > bridge.piece()) return bridge.run(numberInPieces(algorithm, bytes, seed, where));
    return bridge.once(once(bridge.rows(), bytes, seed), size);
  }

  /**
   * @param {Xxh} algorithm
   * @param {Uint8Array} bytes
   * @param {bigint} seed
   * @param {string} where
   * @returns {Generator<any, any, any>}
   */
  function* numberInPieces(algorithm, bytes, seed, where) {
    const plan = planOf(check, algorithm, { seed }, SINGLE, where);
    const wide = numberOf(yield* inPieces(bridge, plan, bytes, "bytes"));
    return algorithm === "xxh32" ? Number(wide) : wide;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {bigint} seed
   * @returns {Generator<any, any, any>}
   */
  function* number128(bytes, seed) {
    const digest = new Uint8Array(WIDE);
    bridge.put(yield bridge.rows().xxh3_128(bytes, seed, bridge.out(digest)), digest);
    return numberOf(digest);
  }

  /**
   * Returns the XXH32 of `data` (xxHash specification).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^32 - 1; `0` by default
   * @returns {number}
   */
  /**
   * Returns the XXH32 of `data` (xxHash specification). It spreads keys, and withstands nobody.
   *
   * `seed` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^32 - 1; `0` by default
   * @returns {number} an integer from 0 to 2^32 - 1
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
   * @example <caption>Find a place in a table</caption>
   * xxh32("123456789"); // 2474356071
   */
  function xxh32(data, seed) {
    return number("xxh32", data, seed, "xxh32", (rows, bytes, value) => rows.xxh32(bytes, Number(value)));
  }

  /**
   * Returns the XXH64 of `data` (xxHash specification).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint}
   */
  /**
   * Returns the XXH64 of `data` (xxHash specification). It spreads keys, and withstands nobody.
   *
   * `seed` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint} an integer from 0 to 2^64 - 1
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
   * @example <caption>Find a place in a table</caption>
   * xxh64("123456789"); // 10139926970967174787n
   */
  function xxh64(data, seed) {
    return number("xxh64", data, seed, "xxh64", (rows, bytes, value) => rows.xxh64(bytes, value));
  }

  /**
   * Returns the XXH3 of 64 bits of `data` (xxHash specification).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint}
   */
  /**
   * Returns the XXH3 of 64 bits of `data` (xxHash specification). It spreads keys, and withstands nobody.
   *
   * `seed` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint} an integer from 0 to 2^64 - 1
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
   * @example <caption>Find a place in a table</caption>
   * xxh3_64("123456789"); // 8276685427497336319n
   */
  function xxh3_64(data, seed) {
    return number("xxh3-64", data, seed, "xxh3_64", (rows, bytes, value) => rows.xxh3_64(bytes, value));
  }

  /**
   * Returns the XXH3 of 128 bits of `data` (xxHash specification).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint}
   */
  /**
   * Returns the XXH3 of 128 bits of `data` (xxHash specification). It tells things apart, and withstands nobody.
   *
   * `seed` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
   * @returns {bigint} an integer from 0 to 2^128 - 1
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
   * @example <caption>Name something by what it is</caption>
   * xxh3_128("123456789"); // 67881908130024315439412682931295836256n
   */
  function xxh3_128(data, seed) {
    return number("xxh3-128", data, seed, "xxh3_128", (_, bytes, value) => bridge.run(number128(bytes, value)));
  }

  return { xxh32, xxh64, xxh3_64, xxh3_128 };
}

/**
 * @param {Xxh} algorithm
 * @param {unknown} value
 * @param {string} where
 */
function seedOf(algorithm, value, where) {
  if (value === undefined) return 0n;
  return check.integer64(value, where, "seed", algorithm === "xxh32" ? LARGEST : undefined);
}

/**
 * A number that is written from its highest byte.
 *
 * @param {Uint8Array} bytes
 */
function numberOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length === 4) return BigInt(view.getUint32(0));
  let number = 0n;
  for (let at = 0; at < bytes.length; at += 8) number = (number << 64n) | view.getBigUint64(at);
  return number;
}
