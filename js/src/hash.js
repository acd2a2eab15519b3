// The family `hash`: digests of bytes, one at a time or many at once.

import { algorithmOf } from "./algorithm.js";
import { bulkDigests, messagesOf } from "./bulk.js";
import { digestOf } from "./digest.js";
import { namedDigests } from "./hash-digests.js";
import { BULK, planOf, SINGLE } from "./hash-options.js";

/** @typedef {import("./algorithm.js").Algorithm} Algorithm */
/** @typedef {import("./algorithm.js").AlgorithmName} AlgorithmName */
/** @typedef {import("./hash-options.js").AlgorithmOptions} AlgorithmOptions */
/** @typedef {import("./hash-options.js").TextEncoding} TextEncoding */
/** @typedef {import("./check.js").Data} Data */

/**
 * What a digest is given as: `"hex"` (lower case), `"base64"`, `"base64url"` (without padding), or `"bytes"`.
 *
 * @typedef {TextEncoding | "bytes"} Encoding
 */

/**
 * @template {string} E
 * @typedef {import("./hash-options.js").EncodingOption<E, keyof AlgorithmOptions>} EncodingOption the encoding, or an
 *   object with it and the options of the algorithm
 */

/**
 * Many messages one after the other: message `i` is `bytes` from `offsets[i]` to `offsets[i + 1]`.
 *
 * @typedef {{ bytes: Data, offsets: Uint32Array | readonly number[] }} PackedItems
 */

/** @param {import("./now.js").Bridge} bridge */
export function hashFamily(bridge) {
  /**
   * @param {Algorithm} algorithm
   * @param {unknown} data
   * @param {unknown} options
   * @param {string} where
   */
  function digest(algorithm, data, options, where) {
    const plan = planOf(bridge, algorithm, options, SINGLE, where);
    return digestOf(bridge, plan, bridge.bytes(data, where, "data"), plan.encoding);
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
   * @param {EncodingOption<Encoding>} [options] the encoding of the result, `"hex"` by default; and the options of the
   *   algorithm, which SHAKE needs
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
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
   *   `"packed"` gives one `Uint8Array` with all digests; and the options of the algorithm
   * @returns {string[] | Uint8Array<ArrayBuffer>[] | Uint8Array<ArrayBuffer>} the digests
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes, or an option of another length
   *   or number than the algorithm takes
   * @example <caption>Digest every line of a text</caption>
   * bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
   * @example <caption>Digest messages that lie in one buffer</caption>
   * bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed").length; // 64
   */
  function bulkHash(algorithm, items, options) {
    const plan = planOf(bridge, algorithmOf(algorithm, "bulkHash"), options, BULK, "bulkHash");
    return bridge.run(bulkDigests(bridge, plan, messagesOf(bridge, items), plan.encoding));
  }

  return { ...namedDigests(digest), hash, bulkHash };
}
