// `oxbridge/hash/promises`: the promises of the family hash, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/hash";
import { worker } from "#wasm-worker/hash";
import { bindPromises } from "#bound";

const family = bindPromises("hash", source, worker);

/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha256("abc"); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [186, 120, ...]
 */
export function sha256(data, options) {
  return family.sha256(data, options);
}

/**
 * Returns the MD5 digest of `data` (RFC 1321).
 * It is broken: two messages with one digest can be made.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the MD5 digest of `data` (RFC 1321) as bytes.
 * It is broken: two messages with one digest can be made.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the MD5 digest of `data` (RFC 1321).
 * It is broken: two messages with one digest can be made.
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await md5("abc"); // "900150983cd24fb0d6963f7d28e17f72"
 * @example <caption>Digest bytes into bytes</caption>
 * await md5(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(16) [144, 1, ...]
 */
export function md5(data, options) {
  return family.md5(data, options);
}

/**
 * Returns the SHA-1 digest of `data` (FIPS 180-4).
 * It is broken: two messages with one digest can be made.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-1 digest of `data` (FIPS 180-4) as bytes.
 * It is broken: two messages with one digest can be made.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-1 digest of `data` (FIPS 180-4).
 * It is broken: two messages with one digest can be made.
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha1("abc"); // "a9993e364706816aba3e25717850c26c9cd0d89d"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha1(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [169, 153, ...]
 */
export function sha1(data, options) {
  return family.sha1(data, options);
}

/**
 * Returns the SHA-224 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-224 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-224 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha224("abc"); // "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [35, 9, ...]
 */
export function sha224(data, options) {
  return family.sha224(data, options);
}

/**
 * Returns the SHA-384 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-384 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-384 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha384("abc"); // "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [203, 0, ...]
 */
export function sha384(data, options) {
  return family.sha384(data, options);
}

/**
 * Returns the SHA-512 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-512 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-512 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha512("abc"); // "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [221, 175, ...]
 */
export function sha512(data, options) {
  return family.sha512(data, options);
}

/**
 * Returns the SHA-512/224 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-512/224 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-512/224 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha512_224("abc"); // "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha512_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [70, 52, ...]
 */
export function sha512_224(data, options) {
  return family.sha512_224(data, options);
}

/**
 * Returns the SHA-512/256 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-512/256 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-512/256 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha512_256("abc"); // "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha512_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [83, 4, ...]
 */
export function sha512_256(data, options) {
  return family.sha512_256(data, options);
}

/**
 * Returns the SHA3-224 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA3-224 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA3-224 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha3_224("abc"); // "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha3_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [230, 66, ...]
 */
export function sha3_224(data, options) {
  return family.sha3_224(data, options);
}

/**
 * Returns the SHA3-256 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA3-256 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA3-256 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha3_256("abc"); // "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha3_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [58, 152, ...]
 */
export function sha3_256(data, options) {
  return family.sha3_256(data, options);
}

/**
 * Returns the SHA3-384 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA3-384 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA3-384 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha3_384("abc"); // "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha3_384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [236, 1, ...]
 */
export function sha3_384(data, options) {
  return family.sha3_384(data, options);
}

/**
 * Returns the SHA3-512 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA3-512 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA3-512 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await sha3_512("abc"); // "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0"
 * @example <caption>Digest bytes into bytes</caption>
 * await sha3_512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [183, 81, ...]
 */
export function sha3_512(data, options) {
  return family.sha3_512(data, options);
}

/**
 * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await keccak256("abc"); // "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
 * @example <caption>Digest bytes into bytes</caption>
 * await keccak256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [78, 3, ...]
 */
export function keccak256(data, options) {
  return family.keccak256(data, options);
}

/**
 * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * await ripemd160("abc"); // "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"
 * @example <caption>Digest bytes into bytes</caption>
 * await ripemd160(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [142, 178, ...]
 */
export function ripemd160(data, options) {
  return family.ripemd160(data, options);
}

/**
 * Returns the BLAKE2b-512 digest of `data` (RFC 7693).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns {Promise<string>}
 */
/**
 * Returns the BLAKE2b-512 digest of `data` (RFC 7693) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the BLAKE2b-512 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await blake2b512("abc"); // "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
 * @example <caption>Digest bytes into bytes</caption>
 * await blake2b512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [186, 128, ...]
 */
export function blake2b512(data, options) {
  return family.blake2b512(data, options);
}

/**
 * Returns the BLAKE2b-256 digest of `data` (RFC 7693).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns {Promise<string>}
 */
/**
 * Returns the BLAKE2b-256 digest of `data` (RFC 7693) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the BLAKE2b-256 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await blake2b256("abc"); // "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
 * @example <caption>Digest bytes into bytes</caption>
 * await blake2b256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [189, 221, ...]
 */
export function blake2b256(data, options) {
  return family.blake2b256(data, options);
}

/**
 * Returns the BLAKE2s-256 digest of `data` (RFC 7693).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns {Promise<string>}
 */
/**
 * Returns the BLAKE2s-256 digest of `data` (RFC 7693) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the BLAKE2s-256 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding, "key" | "outputLength" | "salt" | "personal">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await blake2s256("abc"); // "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"
 * @example <caption>Digest bytes into bytes</caption>
 * await blake2s256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [80, 140, ...]
 */
export function blake2s256(data, options) {
  return family.blake2s256(data, options);
}

/**
 * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").TextEncoding, "key" | "outputLength" | "context">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength` and `context`
 * @returns {Promise<string>}
 */
/**
 * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<"bytes", "key" | "outputLength" | "context">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").EncodingOption<import("../hash-digests.js").Encoding, "key" | "outputLength" | "context">>} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength` and `context`; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await blake3("abc"); // "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
 * @example <caption>Digest bytes into bytes</caption>
 * await blake3(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [100, 55, ...]
 */
export function blake3(data, options) {
  return family.blake3(data, options);
}

/**
 * Returns the SHAKE128 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<import("../hash-digests.js").TextEncoding>>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHAKE128 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<"bytes"> & { encoding: "bytes" }>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHAKE128 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<import("../hash-digests.js").Encoding>>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await shake128("abc", { outputLength: 32 }); // "5881092dd818bf5cf8a3ddb793fbcba74097d5c526a6d35f97b83351940f2cc8"
 * @example <caption>Digest bytes into bytes</caption>
 * await shake128(new Uint8Array([97, 98, 99]), { outputLength: 32, encoding: "bytes" }); // Uint8Array(32) [88, 129, ...]
 */
export function shake128(data, options) {
  return family.shake128(data, options);
}

/**
 * Returns the SHAKE256 digest of `data` (FIPS 202).
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<import("../hash-digests.js").TextEncoding>>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHAKE256 digest of `data` (FIPS 202) as bytes.
 *
 * @overload
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<"bytes"> & { encoding: "bytes" }>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHAKE256 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-digests.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash-digests.js").LengthOption<import("../hash-digests.js").Encoding>>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * await shake256("abc", { outputLength: 64 }); // "483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739d5a15bef186a5386c75744c0527e1faa9f8726e462a12a4feb06bd8801e751e4"
 * @example <caption>Digest bytes into bytes</caption>
 * await shake256(new Uint8Array([97, 98, 99]), { outputLength: 64, encoding: "bytes" }); // Uint8Array(64) [72, 51, ...]
 */
export function shake256(data, options) {
  return family.shake256(data, options);
}

/**
 * Returns the digest of `data` by an algorithm that is named.
 *
 * @overload
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of `data` by an algorithm that is named, as bytes.
 *
 * @overload
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the digest of `data` by an algorithm that is named.
 *
 * The name is checked first, then options are read, then `data`. Neither case nor the signs `-`, `_`, `/` and the
 * space matter in a name.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").Encoding>>} [options] the encoding of the result, `"hex"` by default; and the options of the
 *   algorithm, which SHAKE needs; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
 * @example <caption>Digest a string as base64</caption>
 * await hash("sha256", "abc", "base64"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
 */
export function hash(algorithm, data, options) {
  return family.hash(algorithm, data, options);
}

/**
 * Returns the digests of many messages, in order.
 *
 * @overload
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").TextEncoding>>} [options] the encoding of each digest; `"hex"` by default
 * @returns {Promise<string[]>}
 */
/**
 * Returns the digests of many messages, in order, each as bytes.
 *
 * @overload
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>}
 */
/**
 * Returns the digests of many messages, in order and without gaps, in one array.
 *
 * @overload
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"packed">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the digests of many messages, in order. It crosses to the core once for hundreds of them.
 *
 * The name is checked first, then options are read, then each item once, in order.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash.js").AlgorithmName} algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages: an array of strings and bytes, or bytes with n + 1
 *   rising offsets
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").Encoding | "packed">>} [options] the encoding of each digest, `"hex"` by default;
 *   `"packed"` gives one `Uint8Array` with all digests; and the options of the algorithm; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string[] | Uint8Array<ArrayBuffer>[] | Uint8Array<ArrayBuffer>>} the digests
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes, or an option of another length
 *   or number than the algorithm takes
 * @example <caption>Digest every line of a text</caption>
 * await bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
 * @example <caption>Digest messages that lie in one buffer</caption>
 * (await bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed")).length; // 64
 */
export function bulkHash(algorithm, items, options) {
  return family.bulkHash(algorithm, items, options);
}

/**
 * Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952).
 *
 * @overload
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>}
 */
/**
 * Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>} the checksum
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * await crc32("123456789"); // 3421780262
 * @example <caption>Go on from the checksum of "1234"</caption>
 * await crc32("56789", 2615402659); // 3421780262
 */
export function crc32(data, value, options) {
  return family.crc32(data, value, options);
}

/**
 * Returns the CRC-32C of `data`, as iSCSI, ext4, Btrfs and S3 have it (CRC-32/ISCSI; RFC 3720).
 *
 * @overload
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>}
 */
/**
 * Returns the CRC-32C of `data`, as iSCSI, ext4, Btrfs and S3 have it (CRC-32/ISCSI; RFC 3720). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>} the checksum
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * await crc32c("123456789"); // 3808858755
 * @example <caption>Go on from the checksum of "1234"</caption>
 * await crc32c("56789", 4131058926); // 3808858755
 */
export function crc32c(data, value, options) {
  return family.crc32c(data, value, options);
}

/**
 * Returns the CRC-64 of `data`, as NVMe and S3 have it (CRC-64/NVME; NVM Command Set Specification).
 *
 * @overload
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>}
 */
/**
 * Returns the CRC-64 of `data`, as NVMe and S3 have it (CRC-64/NVME; NVM Command Set Specification). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>} the checksum
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * await crc64_nvme("123456789"); // 12577168950296156296n
 * @example <caption>Go on from the checksum of "1234"</caption>
 * await crc64_nvme("56789", 3023564513841476052n); // 12577168950296156296n
 */
export function crc64_nvme(data, value, options) {
  return family.crc64_nvme(data, value, options);
}

/**
 * Returns the CRC-64 of `data`, as xz has it (CRC-64/XZ; ECMA-182, reflected).
 *
 * @overload
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>}
 */
/**
 * Returns the CRC-64 of `data`, as xz has it (CRC-64/XZ; ECMA-182, reflected). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>} the checksum
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * await crc64_xz("123456789"); // 11051210869376104954n
 * @example <caption>Go on from the checksum of "1234"</caption>
 * await crc64_xz("56789", 14865968487149912872n); // 11051210869376104954n
 */
export function crc64_xz(data, value, options) {
  return family.crc64_xz(data, value, options);
}

/**
 * Returns the Adler-32 of `data`, as zlib has it (RFC 1950).
 *
 * @overload
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `1`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>}
 */
/**
 * Returns the Adler-32 of `data`, as zlib has it (RFC 1950). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-checksums.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `1`, that of nothing, by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>} the checksum
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * await adler32("123456789"); // 152961502
 * @example <caption>Go on from the checksum of "1234"</caption>
 * await adler32("56789", 33030347); // 152961502
 */
export function adler32(data, value, options) {
  return family.adler32(data, value, options);
}

/**
 * Returns the XXH32 of `data` (xxHash specification).
 *
 * @overload
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^32 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>}
 */
/**
 * Returns the XXH32 of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^32 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<number>} an integer from 0 to 2^32 - 1
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * await xxh32("123456789"); // 2474356071
 */
export function xxh32(data, seed, options) {
  return family.xxh32(data, seed, options);
}

/**
 * Returns the XXH64 of `data` (xxHash specification).
 *
 * @overload
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>}
 */
/**
 * Returns the XXH64 of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>} an integer from 0 to 2^64 - 1
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * await xxh64("123456789"); // 10139926970967174787n
 */
export function xxh64(data, seed, options) {
  return family.xxh64(data, seed, options);
}

/**
 * Returns the XXH3 of 64 bits of `data` (xxHash specification).
 *
 * @overload
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>}
 */
/**
 * Returns the XXH3 of 64 bits of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>} an integer from 0 to 2^64 - 1
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * await xxh3_64("123456789"); // 8276685427497336319n
 */
export function xxh3_64(data, seed, options) {
  return family.xxh3_64(data, seed, options);
}

/**
 * Returns the XXH3 of 128 bits of `data` (xxHash specification).
 *
 * @overload
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>}
 */
/**
 * Returns the XXH3 of 128 bits of `data` (xxHash specification). It tells things apart, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash-xxh.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {number | bigint} [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @param {import("../later.js").Control} [options] `signal` and `onProgress`
 * @returns {Promise<bigint>} an integer from 0 to 2^128 - 1
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Name something by what it is</caption>
 * await xxh3_128("123456789"); // 67881908130024315439412682931295836256n
 */
export function xxh3_128(data, seed, options) {
  return family.xxh3_128(data, seed, options);
}

/**
 * Returns the digest of data that arrives over time.
 *
 * @overload
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {import("../hash-stream.js").ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of data that arrives over time, as bytes.
 *
 * @overload
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {import("../hash-stream.js").ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
 * @param {import("../hash-stream.js").StreamOptions<"bytes">} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the digest of data that arrives over time. While one batch of chunks is hashed off the thread, the next is
 * read; never more, so a fast source waits. Each chunk is copied when it arrives.
 *
 * The name is checked first, then options are read, then `source`. When the call fails or is cancelled, so is the
 * source, with the reason; the lock of a `ReadableStream` is released in any case.
 *
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {import("../hash-stream.js").ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").Encoding>} [options] the encoding of the result, `"hex"` by default, and the options of the
 *   algorithm; `signal` cancels the call, and `onProgress(done, total)` is told the bytes so far, and of how many if the source is a `Blob`
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another source, or a chunk that is not bytes;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option, or a source that was used before
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
 * @example <caption>Digest a stream</caption>
 * await hashStream("sha256", new Blob(["a", "bc"]).stream()); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 * @example <caption>Digest what a generator makes, and see how far it is</caption>
 * let seen = 0;
 * async function* source() { for (let i = 0; i < 3; i++) yield new Uint8Array(1000); }
 * await hashStream("sha256", source(), { onProgress: (done) => { seen = done; } }); // "c81ca5ed..."
 * seen; // 3000
 */
export function hashStream(algorithm, source, options) {
  return family.hashStream(algorithm, source, options);
}

/**
 * Returns the digest of a file.
 *
 * @overload
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {string | URL} path the path of the file, or its `file:` address
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of a file, as bytes.
 *
 * @overload
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {string | URL} path the path of the file, or its `file:` address
 * @param {import("../hash-stream.js").StreamOptions<"bytes">} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the digest of a file. JavaScript reads it 2 MiB at a time, so the permissions of the runtime hold, and it is
 * hashed off the thread.
 *
 * The name is checked first, then options are read, then `path`.
 *
 * @param {import("../hash-stream.js").AlgorithmName} algorithm the name, such as `"sha256"`
 * @param {string | URL} path the path of the file, or its `file:` address
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").Encoding>} [options] the encoding of the result, `"hex"` by default, and the options of the
 *   algorithm; `signal` cancels the call, and `onProgress(done, total)` is told the bytes so far and the size of the file
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another path; `ERR_INVALID_ARG_VALUE` for an unknown algorithm,
 *   encoding or option; `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM` where there are no files
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
 * @throws {Error} what the runtime says of a file that cannot be read, such as `ENOENT`
 * @example <caption>Digest a file</caption>
 * await hashFile("sha256", "/dev/null"); // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export function hashFile(algorithm, path, options) {
  return family.hashFile(algorithm, path, options);
}
