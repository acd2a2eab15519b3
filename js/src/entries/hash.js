// `oxbridge/hash`: the family hash, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/hash";
import { bindFamily } from "#bound";

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
 * Returns the MD5 digest of `data` (RFC 1321).
 * It is broken: two messages with one digest can be made.
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * md5("abc"); // "900150983cd24fb0d6963f7d28e17f72"
 * @example <caption>Digest bytes into bytes</caption>
 * md5(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(16) [144, 1, ...]
 */
export const md5 = family.md5;

/**
 * Returns the SHA-1 digest of `data` (FIPS 180-4).
 * It is broken: two messages with one digest can be made.
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha1("abc"); // "a9993e364706816aba3e25717850c26c9cd0d89d"
 * @example <caption>Digest bytes into bytes</caption>
 * sha1(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [169, 153, ...]
 */
export const sha1 = family.sha1;

/**
 * Returns the SHA-224 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha224("abc"); // "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"
 * @example <caption>Digest bytes into bytes</caption>
 * sha224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [35, 9, ...]
 */
export const sha224 = family.sha224;

/**
 * Returns the SHA-384 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha384("abc"); // "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
 * @example <caption>Digest bytes into bytes</caption>
 * sha384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [203, 0, ...]
 */
export const sha384 = family.sha384;

/**
 * Returns the SHA-512 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha512("abc"); // "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
 * @example <caption>Digest bytes into bytes</caption>
 * sha512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [221, 175, ...]
 */
export const sha512 = family.sha512;

/**
 * Returns the SHA-512/224 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha512_224("abc"); // "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"
 * @example <caption>Digest bytes into bytes</caption>
 * sha512_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [70, 52, ...]
 */
export const sha512_224 = family.sha512_224;

/**
 * Returns the SHA-512/256 digest of `data` (FIPS 180-4).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha512_256("abc"); // "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"
 * @example <caption>Digest bytes into bytes</caption>
 * sha512_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [83, 4, ...]
 */
export const sha512_256 = family.sha512_256;

/**
 * Returns the SHA3-224 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha3_224("abc"); // "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"
 * @example <caption>Digest bytes into bytes</caption>
 * sha3_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [230, 66, ...]
 */
export const sha3_224 = family.sha3_224;

/**
 * Returns the SHA3-256 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha3_256("abc"); // "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
 * @example <caption>Digest bytes into bytes</caption>
 * sha3_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [58, 152, ...]
 */
export const sha3_256 = family.sha3_256;

/**
 * Returns the SHA3-384 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha3_384("abc"); // "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25"
 * @example <caption>Digest bytes into bytes</caption>
 * sha3_384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [236, 1, ...]
 */
export const sha3_384 = family.sha3_384;

/**
 * Returns the SHA3-512 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * sha3_512("abc"); // "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0"
 * @example <caption>Digest bytes into bytes</caption>
 * sha3_512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [183, 81, ...]
 */
export const sha3_512 = family.sha3_512;

/**
 * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * keccak256("abc"); // "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
 * @example <caption>Digest bytes into bytes</caption>
 * keccak256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [78, 3, ...]
 */
export const keccak256 = family.keccak256;

/**
 * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result; `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @example <caption>Digest a string</caption>
 * ripemd160("abc"); // "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"
 * @example <caption>Digest bytes into bytes</caption>
 * ripemd160(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [142, 178, ...]
 */
export const ripemd160 = family.ripemd160;

/**
 * Returns the BLAKE2b-512 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * blake2b512("abc"); // "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
 * @example <caption>Digest bytes into bytes</caption>
 * blake2b512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [186, 128, ...]
 */
export const blake2b512 = family.blake2b512;

/**
 * Returns the BLAKE2b-256 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * blake2b256("abc"); // "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
 * @example <caption>Digest bytes into bytes</caption>
 * blake2b256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [189, 221, ...]
 */
export const blake2b256 = family.blake2b256;

/**
 * Returns the BLAKE2s-256 digest of `data` (RFC 7693).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * blake2s256("abc"); // "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"
 * @example <caption>Digest bytes into bytes</caption>
 * blake2s256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [80, 140, ...]
 */
export const blake2s256 = family.blake2s256;

/**
 * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength` and `context`
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * blake3("abc"); // "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
 * @example <caption>Digest bytes into bytes</caption>
 * blake3(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [100, 55, ...]
 */
export const blake3 = family.blake3;

/**
 * Returns the SHAKE128 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * shake128("abc", { outputLength: 32 }); // "5881092dd818bf5cf8a3ddb793fbcba74097d5c526a6d35f97b83351940f2cc8"
 * @example <caption>Digest bytes into bytes</caption>
 * shake128(new Uint8Array([97, 98, 99]), { outputLength: 32, encoding: "bytes" }); // Uint8Array(32) [88, 129, ...]
 */
export const shake128 = family.shake128;

/**
 * Returns the SHAKE256 digest of `data` (FIPS 202).
 *
 * Options are read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
 *   encoding of the result, `"hex"` by default
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
 * @example <caption>Digest a string</caption>
 * shake256("abc", { outputLength: 64 }); // "483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739d5a15bef186a5386c75744c0527e1faa9f8726e462a12a4feb06bd8801e751e4"
 * @example <caption>Digest bytes into bytes</caption>
 * shake256(new Uint8Array([97, 98, 99]), { outputLength: 64, encoding: "bytes" }); // Uint8Array(64) [72, 51, ...]
 */
export const shake256 = family.shake256;

/**
 * Returns the digest of `data` by an algorithm that is named.
 *
 * The name is checked first, then options are read, then `data`. Neither case nor the signs `-`, `_`, `/` and the
 * space matter in a name.
 *
 * @param algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param data bytes, or a string that stands for its UTF-8
 * @param [options] the encoding of the result, `"hex"` by default; and the options of the
 *   algorithm, which SHAKE needs
 * @returns the digest
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
 * @example <caption>Digest a string as base64</caption>
 * hash("sha256", "abc", "base64"); // "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
 */
export const hash = family.hash;

/**
 * Returns the digests of many messages, in order. It crosses to the core once for hundreds of them.
 *
 * The name is checked first, then options are read, then each item once, in order.
 *
 * @param algorithm the name, such as `"sha256"`; `hashes()` lists all
 * @param items the messages: an array of strings and bytes, or bytes with n + 1
 *   rising offsets
 * @param [options] the encoding of each digest, `"hex"` by default;
 *   `"packed"` gives one `Uint8Array` with all digests; and the options of the algorithm
 * @returns the digests
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
 *   `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for offsets that fall or end behind the bytes, or an option of another length
 *   or number than the algorithm takes
 * @example <caption>Digest every line of a text</caption>
 * bulkHash("sha256", "one\ntwo".split("\n")); // ["7692c3ad...", "3fc4ccfe..."]
 * @example <caption>Digest messages that lie in one buffer</caption>
 * bulkHash("sha256", { bytes: "onetwo", offsets: [0, 3, 6] }, "packed").length; // 64
 */
export const bulkHash = family.bulkHash;

/**
 * Returns the CRC-32 of `data`, as gzip, PNG and zip have it (CRC-32/ISO-HDLC; RFC 1952). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @returns the checksum
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * crc32("123456789"); // 3421780262
 * @example <caption>Go on from the checksum of "1234"</caption>
 * crc32("56789", 2615402659); // 3421780262
 */
export const crc32 = family.crc32;

/**
 * Returns the CRC-32C of `data`, as iSCSI, ext4, Btrfs and S3 have it (CRC-32/ISCSI; RFC 3720). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `0`, that of nothing, by default
 * @returns the checksum
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * crc32c("123456789"); // 3808858755
 * @example <caption>Go on from the checksum of "1234"</caption>
 * crc32c("56789", 4131058926); // 3808858755
 */
export const crc32c = family.crc32c;

/**
 * Returns the CRC-64 of `data`, as NVMe and S3 have it (CRC-64/NVME; NVM Command Set Specification). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @returns the checksum
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * crc64_nvme("123456789"); // 12577168950296156296n
 * @example <caption>Go on from the checksum of "1234"</caption>
 * crc64_nvme("56789", 3023564513841476052n); // 12577168950296156296n
 */
export const crc64_nvme = family.crc64_nvme;

/**
 * Returns the CRC-64 of `data`, as xz has it (CRC-64/XZ; ECMA-182, reflected). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [value] the checksum of what came before, an integer from 0 to 2^64 - 1; `0n`, that of nothing, by default
 * @returns the checksum
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * crc64_xz("123456789"); // 11051210869376104954n
 * @example <caption>Go on from the checksum of "1234"</caption>
 * crc64_xz("56789", 14865968487149912872n); // 11051210869376104954n
 */
export const crc64_xz = family.crc64_xz;

/**
 * Returns the Adler-32 of `data`, as zlib has it (RFC 1950). It finds errors, not attackers.
 *
 * `value` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [value] the checksum of what came before, an integer from 0 to 2^32 - 1; `1`, that of nothing, by default
 * @returns the checksum
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `value` that is not such an integer
 * @example <caption>Check a message</caption>
 * adler32("123456789"); // 152961502
 * @example <caption>Go on from the checksum of "1234"</caption>
 * adler32("56789", 33030347); // 152961502
 */
export const adler32 = family.adler32;

/**
 * Returns the XXH32 of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [seed] what it begins with, an integer from 0 to 2^32 - 1; `0` by default
 * @returns an integer from 0 to 2^32 - 1
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * xxh32("123456789"); // 2474356071
 */
export const xxh32 = family.xxh32;

/**
 * Returns the XXH64 of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @returns an integer from 0 to 2^64 - 1
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * xxh64("123456789"); // 10139926970967174787n
 */
export const xxh64 = family.xxh64;

/**
 * Returns the XXH3 of 64 bits of `data` (xxHash specification). It spreads keys, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @returns an integer from 0 to 2^64 - 1
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Find a place in a table</caption>
 * xxh3_64("123456789"); // 8276685427497336319n
 */
export const xxh3_64 = family.xxh3_64;

/**
 * Returns the XXH3 of 128 bits of `data` (xxHash specification). It tells things apart, and withstands nobody.
 *
 * `seed` is read first, then `data`.
 *
 * @param data bytes, or a string that stands for its UTF-8
 * @param [seed] what it begins with, an integer from 0 to 2^64 - 1; `0` by default
 * @returns an integer from 0 to 2^128 - 1
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer
 * @throws RangeError `ERR_OUT_OF_RANGE` for a `seed` that is not such an integer
 * @example <caption>Name something by what it is</caption>
 * xxh3_128("123456789"); // 67881908130024315439412682931295836256n
 */
export const xxh3_128 = family.xxh3_128;

/**
 * Returns the CRC-32 of a message from that of its first part and that of the rest, without the message.
 *
 * @param first the checksum of the first part, an integer from 0 to 2^32 - 1
 * @param second that of the rest
 * @param length how many bytes the rest has
 * @returns the checksum of both
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type
 * @throws RangeError `ERR_OUT_OF_RANGE` for one that is not such an integer
 * @example <caption>Put two parts together</caption>
 * crc32Combine(crc32("1234"), crc32("56789"), 5); // 3421780262
 */
export const crc32Combine = family.crc32Combine;

/**
 * Returns the CRC-32C of a message from that of its first part and that of the rest, without the message.
 *
 * @param first the checksum of the first part, an integer from 0 to 2^32 - 1
 * @param second that of the rest
 * @param length how many bytes the rest has
 * @returns the checksum of both
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type
 * @throws RangeError `ERR_OUT_OF_RANGE` for one that is not such an integer
 * @example <caption>Put two parts together</caption>
 * crc32cCombine(crc32c("1234"), crc32c("56789"), 5); // 3808858755
 */
export const crc32cCombine = family.crc32cCombine;

/**
 * Returns the CRC-64 of a message from that of its first part and that of the rest, without the message.
 *
 * @param first the checksum of the first part, an integer from 0 to 2^64 - 1
 * @param second that of the rest
 * @param length how many bytes the rest has
 * @returns the checksum of both
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type
 * @throws RangeError `ERR_OUT_OF_RANGE` for one that is not such an integer
 * @example <caption>Put two parts together</caption>
 * crc64NvmeCombine(crc64_nvme("1234"), crc64_nvme("56789"), 5); // 12577168950296156296n
 */
export const crc64NvmeCombine = family.crc64NvmeCombine;

/**
 * Returns the CRC-64 of a message from that of its first part and that of the rest, without the message.
 *
 * @param first the checksum of the first part, an integer from 0 to 2^64 - 1
 * @param second that of the rest
 * @param length how many bytes the rest has
 * @returns the checksum of both
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type
 * @throws RangeError `ERR_OUT_OF_RANGE` for one that is not such an integer
 * @example <caption>Put two parts together</caption>
 * crc64XzCombine(crc64_xz("1234"), crc64_xz("56789"), 5); // 11051210869376104954n
 */
export const crc64XzCombine = family.crc64XzCombine;

/**
 * Returns the Adler-32 of a message from that of its first part and that of the rest, without the message.
 *
 * @param first the checksum of the first part, an integer from 0 to 2^32 - 1
 * @param second that of the rest
 * @param length how many bytes the rest has
 * @returns the checksum of both
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value of another type
 * @throws RangeError `ERR_OUT_OF_RANGE` for one that is not such an integer
 * @example <caption>Put two parts together</caption>
 * adler32Combine(adler32("1234"), adler32("56789"), 5); // 152961502
 */
export const adler32Combine = family.adler32Combine;

/**
 * Makes a hasher, which takes bytes in pieces.
 *
 * The name is checked first, then options are read.
 *
 * @param algorithm the name, such as `"sha256"`
 * @param [options] the encoding that `digest()`
 *   gives when it is not told one, `"hex"` by default; and the options of the algorithm
 * @returns the hasher
 * @throws TypeError `ERR_INVALID_ARG_TYPE` or `ERR_INVALID_ARG_VALUE` for an unknown algorithm, encoding or option
 * @throws RangeError `ERR_OUT_OF_RANGE` for an option of another length or number than the algorithm takes
 * @example <caption>Digest bytes as they come</caption>
 * const hasher = createHash("sha256");
 * for (const chunk of ["a", "b", "c"]) hasher.update(chunk);
 * hasher.digest(); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 * @example <caption>Ask for as many bytes as are needed</caption>
 * createHash("shake128", { outputLength: 4 }).update("abc").digest(); // "5881092d"
 */
export const createHash = family.createHash;

/**
 * Makes the hasher that `save` has made bytes of.
 *
 * Options are read first, then `bytes`.
 *
 * @param bytes what `save` gave, on whatever backend and platform
 * @param [options] the encoding that
 *   `digest()` gives when it is not told one; `"hex"` by default
 * @returns the hasher
 * @throws TypeError `ERR_INVALID_ARG_TYPE` for a value that is not bytes; `ERR_INVALID_ARG_VALUE` for bytes that
 *   `save` did not give, that were damaged, or are of another version
 * @example <caption>Go on where another hasher stopped</caption>
 * const saved = createHash("sha1").update("ab").save();
 * restoreHash(saved).update("c").digest("base64"); // "qZk+NkcGgWq6PiVxeFDCbJzQ2J0="
 */
export const restoreHash = family.restoreHash;

/**
 * Returns what is known of each algorithm.
 *
 * @returns the algorithms; a new list each time
 * @example <caption>Ask for the length of a digest</caption>
 * hashes().find(({ name }) => name === "sha512").digestLength; // 64
 * @example <caption>Offer what is fit for signatures</caption>
 * hashes().filter(({ cryptographic, broken }) => cryptographic && !broken).length; // 18
 * @example <caption>Ask which algorithms take a key</caption>
 * hashes().filter(({ options }) => options.key).length; // 4
 */
export const hashes = family.hashes;
