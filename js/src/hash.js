// The family `hash`: digests of bytes, one at a time or many at once.

import { algorithmOf } from "./algorithm.js";
import { bulkDigests, messagesOf } from "./bulk.js";
import * as check from "./check.js";
import { digestOf } from "./digest.js";
import { namedDigests } from "./hash-digests.js";
import { ALGORITHMS, ENCODINGS } from "./interface.js";

/** @typedef {import("./algorithm.js").Algorithm} Algorithm */
/** @typedef {import("./algorithm.js").AlgorithmName} AlgorithmName */
/** @typedef {keyof typeof ENCODINGS} TextEncoding */
/** @typedef {import("./check.js").Data} Data */

/**
 * What a digest is given as: `"hex"` (lower case), `"base64"`, `"base64url"` (without padding), or `"bytes"`.
 *
 * @typedef {TextEncoding | "bytes"} Encoding
 */

/**
 * @template {string} E
 * @typedef {E | { encoding?: E }} EncodingOption the encoding, or an object with it
 */

/**
 * Many messages one after the other: message `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`.
 *
 * @typedef {{ bytes: Data, offsets: Uint32Array | readonly number[] }} PackedItems
 */

/** How one digest can be given. */
export const SINGLE = { ...ENCODINGS, bytes: undefined };
const BULK = { ...SINGLE, packed: undefined };

/** @param {import("./now.js").Bridge} bridge */
export function hashFamily(bridge) {
  /**
   * @param {Algorithm} algorithm
   * @param {unknown} data
   * @param {unknown} options
   * @param {string} where
   */
  function digest(algorithm, data, options, where) {
    const encoding = encodingOf(bridge, options, SINGLE, where) ?? "hex";
    return digestOf(bridge, ALGORITHMS[algorithm], bridge.bytes(data, where, "data"), encoding);
  }

  /**
   * Returns the digest of `data` by an algorithm that is named.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the digest of `data` by an algorithm that is named, as bytes.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the digest of `data` by an algorithm that is named.
   *
   * The name is checked first, then options are read, then `data`. Neither case nor the signs `-`, `_`, `/` and the
   * space matter in a name.
   *
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
   * @example <caption>Digest a string as base64</caption>
   * hash("sha256", "abc", "base64"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
   */
  function hash(algorithm, data, options) {
    return digest(algorithmOf(algorithm, "hash"), data, options, "hash");
  }

  /**
   * Returns the digests of many messages, in order.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {readonly Data[] | PackedItems} items the messages
   * @param {EncodingOption<TextEncoding>} [options] the encoding of each digest; `"hex"` by default
   * @returns {string[]}
   */
  /**
   * Returns the digests of many messages, in order, each as bytes.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {readonly Data[] | PackedItems} items the messages
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>[]}
   */
  /**
   * Returns the digests of many messages, in order and without gaps, in one array.
   *
   * @overload
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {readonly Data[] | PackedItems} items the messages
   * @param {EncodingOption<"packed">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the digests of many messages, in order. It crosses to the core once for hundreds of them.
   *
   * The name is checked first, then options are read, then each item once, in order.
   *
   * @param {AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
   * @param {readonly Data[] | PackedItems} items the messages: an array of strings and bytes, or bytes with n + 1
   *   rising offsets
   * @param {EncodingOption<Encoding | "packed">} [options] the encoding of each digest, `"hex"` by default;
   *   `"packed"` gives one `Uint8Array` with all digests
   * @returns {string[] | Uint8Array<ArrayBuffer>[] | Uint8Array<ArrayBuffer>} the digests
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes
   * @example <caption>Digest every line of a text</caption>
   * bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
   * @example <caption>Digest messages that lie in one buffer</caption>
   * bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed").length; // 64
   */
  function bulkHash(algorithm, items, options) {
    const checked = algorithmOf(algorithm, "bulkHash");
    const encoding = encodingOf(bridge, options, BULK, "bulkHash") ?? "hex";
    return bridge.run(bulkDigests(bridge, ALGORITHMS[checked], messagesOf(bridge, items), encoding));
  }

  return { ...namedDigests(digest), hash, bulkHash };
}

/**
 * @template {object} Known
 * @param {{ options: import("./now.js").Bridge["options"] }} bridge
 * @param {unknown} options
 * @param {Known} known
 * @param {string} where
 */
export function encodingOf(bridge, options, known, where) {
  const encoding =
    options === undefined ? undefined : bridge.options(options, ["encoding"], where, "encoding").encoding;
  return encoding === undefined ? undefined : check.name(encoding, known, where, "options.encoding");
}
