// `oxbridge/hash`: the family hash, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/hash";
import { bindFamily } from "../load.js";

const family = bindFamily("hash", source);

/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha256("abc"); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 * @example <caption>Digest bytes into bytes</caption>
 * sha256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [186, 120, ...]
 */
export const sha256 = family.sha256;

/**
 * Returns the digest of `data` by an algorithm that is named.
 *
 * The name is checked first, then options are read, then `data`.
 *
 * @param algorithm the name, such as `"sha256"`
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @example <caption>Digest a string as base64</caption>
 * hash("sha256", "abc", "base64"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
 */
export const hash = family.hash;

/**
 * Returns the digests of many messages, in order. It crosses to the core once for hundreds of them.
 *
 * The name is checked first, then options are read, then each item once, in order.
 *
 * @param algorithm the name, such as `"sha256"`
 * @param items the messages: an array of strings and bytes, or bytes with n + 1
 *   rising offsets
 * @param [options] the encoding of each digest, `"hex"` by default;
 *   `"packed"` gives one `Uint8Array` with all digests
 * @returns the digests
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes
 * @example <caption>Digest every line of a text</caption>
 * bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
 * @example <caption>Digest messages that lie in one buffer</caption>
 * bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed").length; // 64
 */
export const bulkHash = family.bulkHash;

/**
 * Makes a hasher, which takes bytes in pieces.
 *
 * The name is checked first, then options are read.
 *
 * @param algorithm the name, such as `"sha256"`
 * @param [options] the encoding that `digest()`
 *   gives when it is not told one; `"hex"` by default
 * @returns the hasher
 * @throws TypeError `ERR_INVALID_ARG_TYPE` or `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @example <caption>Digest bytes as they come</caption>
 * const hasher = createHash("sha256");
 * for (const chunk of ["a", "b", "c"]) hasher.update(chunk);
 * hasher.digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export const createHash = family.createHash;
