// `oxbridge/hash/promises`: the promises of the family hash, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/hash";
import { worker } from "#wasm-worker/hash";
import { bindPromises } from "../load.js";

const family = bindPromises("hash", source, worker);

/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4).
 *
 * @overload
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4) as bytes.
 *
 * @overload
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the SHA-256 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
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
 * Returns the digest of `data` by an algorithm that is named.
 *
 * @overload
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").TextEncoding>>} [options] the encoding of the result; `"hex"` by default
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of `data` by an algorithm that is named, as bytes.
 *
 * @overload
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
/**
 * Returns the digest of `data` by an algorithm that is named.
 *
 * The name is checked first, then options are read, then `data`.
 *
 * Arguments are checked and copied when it is called, and the work is done off the thread where there is one.
 *
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {import("../hash.js").Data} data bytes, or a string that stands for its UTF-8
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").Encoding>>} [options] the encoding of the result; `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
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
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").TextEncoding>>} [options] the encoding of each digest; `"hex"` by default
 * @returns {Promise<string[]>}
 */
/**
 * Returns the digests of many messages, in order, each as bytes.
 *
 * @overload
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<"bytes">>} options
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>}
 */
/**
 * Returns the digests of many messages, in order and without gaps, in one array.
 *
 * @overload
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
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
 * @param {import("../hash.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {readonly import("../hash.js").Data[] | import("../hash.js").PackedItems} items the messages: an array of strings and bytes, or bytes with n + 1
 *   rising offsets
 * @param {import("../later.js").Controlled<import("../hash.js").EncodingOption<import("../hash.js").Encoding | "packed">>} [options] the encoding of each digest, `"hex"` by default;
 *   `"packed"` gives one `Uint8Array` with all digests; `signal` cancels the
 *   call, and `onProgress(done, total)` is told how far it is
 * @returns {Promise<string[] | Uint8Array<ArrayBuffer>[] | Uint8Array<ArrayBuffer>>} the digests
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws {RangeError} `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes
 * @example <caption>Digest every line of a text</caption>
 * await bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
 * @example <caption>Digest messages that lie in one buffer</caption>
 * (await bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed")).length; // 64
 */
export function bulkHash(algorithm, items, options) {
  return family.bulkHash(algorithm, items, options);
}

/**
 * Returns the digest of data that arrives over time.
 *
 * @overload
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {import("../hash-stream.js").ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of data that arrives over time, as bytes.
 *
 * @overload
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
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
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {import("../hash-stream.js").ByteSource} source a `ReadableStream`, an async iterable, a `Blob`, a `Response`, or a stream of Node
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").Encoding>} [options] the encoding of the result, `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told the bytes so far, and of how many if the source is a `Blob`
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another source, or a chunk that is not bytes;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option, or a source that was used before
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
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {string | URL} path the path of the file, or its `file:` address
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").TextEncoding>} [options] the encoding of the result, `"hex"` by default; `signal`, `onProgress`
 * @returns {Promise<string>}
 */
/**
 * Returns the digest of a file, as bytes.
 *
 * @overload
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
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
 * @param {import("../hash-stream.js").Algorithm} algorithm the name, such as `"sha256"`
 * @param {string | URL} path the path of the file, or its `file:` address
 * @param {import("../hash-stream.js").StreamOptions<import("../hash-stream.js").Encoding>} [options] the encoding of the result, `"hex"` by default; `signal` cancels the
 *   call, and `onProgress(done, total)` is told the bytes so far and the size of the file
 * @returns {Promise<string | Uint8Array<ArrayBuffer>>} the digest
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for another path; `ERR_INVALID_ARG_VALUE` for an unknown algorithm,
 *   encoding or option; `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM` where there are no files
 * @throws {Error} what the runtime says of a file that cannot be read, such as `ENOENT`
 * @example <caption>Digest a file</caption>
 * await hashFile("sha256", "/dev/null"); // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export function hashFile(algorithm, path, options) {
  return family.hashFile(algorithm, path, options);
}
