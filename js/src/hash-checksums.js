// Checksums as numbers that go on from where they were, and the checksum of two parts that are put together.

import * as check from "./check.js";
import { ALGORITHMS } from "./interface.js";

/** @typedef {import("./check.js").Data} Data */
/** @typedef {"crc32" | "crc32c" | "adler32"} Narrow a checksum of 32 bits */
/** @typedef {"crc64-nvme" | "crc64-xz"} Wide a checksum of 64 bits */

const LARGEST = 2 ** 32 - 1;

/** @param {import("./now.js").Bridge} bridge */
export function checksumFamily(bridge) {
  /**
   * @param {"checksum_32" | "checksum_64"} row
   * @param {Narrow | Wide} algorithm
   * @param {unknown} data
   * @param {any} value
   * @param {string} where
   */
  function checksum(row, algorithm, data, value, where) {
    const bytes = bridge.bytes(data, where, "data");
    const size = check.sizeOf(bytes);
    const { id } = ALGORITHMS[algorithm];
    if (size > bridge.piece()) return bridge.run(inPieces(row, id, bytes, value));
    return bridge.once(/** @type {any} */ (bridge.rows())[row](id, bytes, value), size);
  }

  /**
   * @param {"checksum_32" | "checksum_64"} row
   * @param {number} id
   * @param {Uint8Array} bytes
   * @param {any} start
   * @returns {Generator<any, any, any>}
   */
  function* inPieces(row, id, bytes, start) {
    let value = start;
    for (const { piece, done } of bridge.pieces(bytes)) {
      value = yield/** @type {any} */ (bridge.rows())[row](id, piece, value);
      bridge.progress(done, bytes.length);
    }
    return value;
  }

  /** @type {(algorithm: Narrow, data: unknown, value: unknown, start: number, where: string) => any} */
  const narrow = (algorithm, data, value, start, where) => {
    bridge.control(where);
    const from = value === undefined ? start : check.integer(value, 0, LARGEST, where, "value");
    return checksum("checksum_32", algorithm, data, from, where);
  };

  /** @type {(algorithm: Wide, data: unknown, value: unknown, where: string) => any} */
  const wide = (algorithm, data, value, where) => {
    bridge.control(where);
    const from = value === undefined ? 0n : check.integer64(value, where, "value");
    return checksum("checksum_64", algorithm, data, from, where);
  };

  /**
   * Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
   * @returns {number}
   */
  /**
   * Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952). It finds errors, not attackers.
   *
   * `value` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
   * @returns {number} the checksum
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
   * @example <caption>Check a message</caption>
   * crc32("123456789"); // 3421780262
   * @example <caption>Go on from the checksum of "1234"</caption>
   * crc32("56789", 2615402659); // 3421780262
   */
  function crc32(data, value) {
    return narrow("crc32", data, value, 0, "crc32");
  }

  /**
   * Returns the CRC-32C of `data`, as iSCSI, ext4, Btrfs and S3 have it (CRC-32/ISCSI; RFC 3720).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
   * @returns {number}
   */
  /**
   * Returns the CRC-32C of `data`, as iSCSI, ext4, Btrfs and S3 have it (CRC-32/ISCSI; RFC 3720). It finds errors, not attackers.
   *
   * `value` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
   * @returns {number} the checksum
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
   * @example <caption>Check a message</caption>
   * crc32c("123456789"); // 3808858755
   * @example <caption>Go on from the checksum of "1234"</caption>
   * crc32c("56789", 4131058926); // 3808858755
   */
  function crc32c(data, value) {
    return narrow("crc32c", data, value, 0, "crc32c");
  }

  /**
   * Returns the CRC-64 of `data`, as NVMe and S3 have it (CRC-64/NVME; NVM Command Set Specification).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
   * @returns {bigint}
   */
  /**
   * Returns the CRC-64 of `data`, as NVMe and S3 have it (CRC-64/NVME; NVM Command Set Specification). It finds errors, not attackers.
   *
   * `value` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
   * @returns {bigint} the checksum
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
   * @example <caption>Check a message</caption>
   * crc64_nvme("123456789"); // 12577168950296156296n
   * @example <caption>Go on from the checksum of "1234"</caption>
   * crc64_nvme("56789", 3023564513841476052n); // 12577168950296156296n
   */
  function crc64_nvme(data, value) {
    return wide("crc64-nvme", data, value, "crc64_nvme");
  }

  /**
   * Returns the CRC-64 of `data`, as xz has it (CRC-64/XZ; ECMA-182, reflected).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
   * @returns {bigint}
   */
  /**
   * Returns the CRC-64 of `data`, as xz has it (CRC-64/XZ; ECMA-182, reflected). It finds errors, not attackers.
   *
   * `value` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number | bigint} [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
   * @returns {bigint} the checksum
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
   * @example <caption>Check a message</caption>
   * crc64_xz("123456789"); // 11051210869376104954n
   * @example <caption>Go on from the checksum of "1234"</caption>
   * crc64_xz("56789", 14865968487149912872n); // 11051210869376104954n
   */
  function crc64_xz(data, value) {
    return wide("crc64-xz", data, value, "crc64_xz");
  }

  /**
   * Returns the Adler-32 of `data`, as zlib has it (RFC 1950).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `1`, that of nothing, by default
   * @returns {number}
   */
  /**
   * Returns the Adler-32 of `data`, as zlib has it (RFC 1950). It finds errors, not attackers.
   *
   * `value` is read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {number} [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `1`, that of nothing, by default
   * @returns {number} the checksum
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
   * @example <caption>Check a message</caption>
   * adler32("123456789"); // 152961502
   * @example <caption>Go on from the checksum of "1234"</caption>
   * adler32("56789", 33030347); // 152961502
   */
  function adler32(data, value) {
    return narrow("adler32", data, value, 1, "adler32");
  }

  return { crc32, crc32c, crc64_nvme, crc64_xz, adler32 };
}

/** @param {import("./now.js").Bridge} bridge */
export function combineFamily(bridge) {
  /** @type {(algorithm: Narrow, first: unknown, second: unknown, length: unknown, where: string) => number} */
  const narrow = (algorithm, first, second, length, where) => {
    const a = check.integer(first, 0, LARGEST, where, "first");
    const b = check.integer(second, 0, LARGEST, where, "second");
    return Number(combined(algorithm, BigInt(a), BigInt(b), length, where));
  };

  /** @type {(algorithm: Wide, first: unknown, second: unknown, length: unknown, where: string) => bigint} */
  const wide = (algorithm, first, second, length, where) => {
    const a = check.integer64(first, where, "first");
    const b = check.integer64(second, where, "second");
    return combined(algorithm, a, b, length, where);
  };

  /** @type {(algorithm: Narrow | Wide, first: bigint, second: bigint, length: unknown, where: string) => bigint} */
  const combined = (algorithm, first, second, length, where) => {
    const bytes = check.integer64(length, where, "length");
    return bridge.rows().checksum_combine(ALGORITHMS[algorithm].id, first, second, bytes);
  };

  /**
   * Returns the CRC-32 of a message from that of its first part and that of the rest, without the message.
   *
   * @param {number} first the checksum of the first part, an integer from 0 to 2^32 - 1
   * @param {number} second that of the rest
   * @param {number | bigint} length how many bytes the rest has
   * @returns {number} the checksum of both
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for one that is not such an integer
   * @example <caption>Put two parts together</caption>
   * crc32Combine(crc32("1234"), crc32("56789"), 5); // 3421780262
   */
  function crc32Combine(first, second, length) {
    return narrow("crc32", first, second, length, "crc32Combine");
  }

  /**
   * Returns the CRC-32C of a message from that of its first part and that of the rest, without the message.
   *
   * @param {number} first the checksum of the first part, an integer from 0 to 2^32 - 1
   * @param {number} second that of the rest
   * @param {number | bigint} length how many bytes the rest has
   * @returns {number} the checksum of both
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for one that is not such an integer
   * @example <caption>Put two parts together</caption>
   * crc32cCombine(crc32c("1234"), crc32c("56789"), 5); // 3808858755
   */
  function crc32cCombine(first, second, length) {
    return narrow("crc32c", first, second, length, "crc32cCombine");
  }

  /**
   * Returns the CRC-64 of a message from that of its first part and that of the rest, without the message.
   *
   * @param {number | bigint} first the checksum of the first part, an integer from 0 to 2^64 - 1
   * @param {number | bigint} second that of the rest
   * @param {number | bigint} length how many bytes the rest has
   * @returns {bigint} the checksum of both
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for one that is not such an integer
   * @example <caption>Put two parts together</caption>
   * crc64NvmeCombine(crc64_nvme("1234"), crc64_nvme("56789"), 5); // 12577168950296156296n
   */
  function crc64NvmeCombine(first, second, length) {
    return wide("crc64-nvme", first, second, length, "crc64NvmeCombine");
  }

  /**
   * Returns the CRC-64 of a message from that of its first part and that of the rest, without the message.
   *
   * @param {number | bigint} first the checksum of the first part, an integer from 0 to 2^64 - 1
   * @param {number | bigint} second that of the rest
   * @param {number | bigint} length how many bytes the rest has
   * @returns {bigint} the checksum of both
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for one that is not such an integer
   * @example <caption>Put two parts together</caption>
   * crc64XzCombine(crc64_xz("1234"), crc64_xz("56789"), 5); // 11051210869376104954n
   */
  function crc64XzCombine(first, second, length) {
    return wide("crc64-xz", first, second, length, "crc64XzCombine");
  }

  /**
   * Returns the Adler-32 of a message from that of its first part and that of the rest, without the message.
   *
   * @param {number} first the checksum of the first part, an integer from 0 to 2^32 - 1
   * @param {number} second that of the rest
   * @param {number | bigint} length how many bytes the rest has
   * @returns {number} the checksum of both
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for one that is not such an integer
   * @example <caption>Put two parts together</caption>
   * adler32Combine(adler32("1234"), adler32("56789"), 5); // 152961502
   */
  function adler32Combine(first, second, length) {
    return narrow("adler32", first, second, length, "adler32Combine");
  }

  return { crc32Combine, crc32cCombine, crc64NvmeCombine, crc64XzCombine, adler32Combine };
}
