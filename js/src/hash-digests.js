// The functions that are called as their algorithm. Printed from the table of algorithms; do not edit.

/** @typedef {import("./check.js").Data} Data */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash-options.js").TextEncoding} TextEncoding */

/**
 * @template {string} E
 * @typedef {import("./hash-options.js").LengthOption<E>} LengthOption
 */

/**
 * @template {string} E
 * @template {keyof import("./hash-options.js").AlgorithmOptions} [N=never]
 * @typedef {import("./hash-options.js").EncodingOption<E, N>} EncodingOption
 */

/** @param {(algorithm: import("./algorithm.js").Algorithm, data: unknown, options: unknown, where: string) => any} digest */
export function namedDigests(digest) {
  /**
   * Returns the SHA-256 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-256 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-256 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha256("abc"); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
   * @example <caption>Digest bytes into bytes</caption>
   * sha256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [186, 120, ...]
   */
  function sha256(data, options) {
    return digest("sha256", data, options, "sha256");
  }

  /**
   * Returns the MD5 digest of `data` (RFC 1321).
   * It is broken: two messages with one digest can be made.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the MD5 digest of `data` (RFC 1321) as bytes.
   * It is broken: two messages with one digest can be made.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the MD5 digest of `data` (RFC 1321).
   * It is broken: two messages with one digest can be made.
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * md5("abc"); // "900150983cd24fb0d6963f7d28e17f72"
   * @example <caption>Digest bytes into bytes</caption>
   * md5(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(16) [144, 1, ...]
   */
  function md5(data, options) {
    return digest("md5", data, options, "md5");
  }

  /**
   * Returns the SHA-1 digest of `data` (FIPS 180-4).
   * It is broken: two messages with one digest can be made.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-1 digest of `data` (FIPS 180-4) as bytes.
   * It is broken: two messages with one digest can be made.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-1 digest of `data` (FIPS 180-4).
   * It is broken: two messages with one digest can be made.
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha1("abc"); // "a9993e364706816aba3e25717850c26c9cd0d89d"
   * @example <caption>Digest bytes into bytes</caption>
   * sha1(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [169, 153, ...]
   */
  function sha1(data, options) {
    return digest("sha1", data, options, "sha1");
  }

  /**
   * Returns the SHA-224 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-224 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-224 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha224("abc"); // "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"
   * @example <caption>Digest bytes into bytes</caption>
   * sha224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [35, 9, ...]
   */
  function sha224(data, options) {
    return digest("sha224", data, options, "sha224");
  }

  /**
   * Returns the SHA-384 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-384 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-384 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha384("abc"); // "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
   * @example <caption>Digest bytes into bytes</caption>
   * sha384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [203, 0, ...]
   */
  function sha384(data, options) {
    return digest("sha384", data, options, "sha384");
  }

  /**
   * Returns the SHA-512 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-512 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-512 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha512("abc"); // "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
   * @example <caption>Digest bytes into bytes</caption>
   * sha512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [221, 175, ...]
   */
  function sha512(data, options) {
    return digest("sha512", data, options, "sha512");
  }

  /**
   * Returns the SHA-512/224 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-512/224 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-512/224 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha512_224("abc"); // "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"
   * @example <caption>Digest bytes into bytes</caption>
   * sha512_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [70, 52, ...]
   */
  function sha512_224(data, options) {
    return digest("sha512-224", data, options, "sha512_224");
  }

  /**
   * Returns the SHA-512/256 digest of `data` (FIPS 180-4).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA-512/256 digest of `data` (FIPS 180-4) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA-512/256 digest of `data` (FIPS 180-4).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha512_256("abc"); // "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"
   * @example <caption>Digest bytes into bytes</caption>
   * sha512_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [83, 4, ...]
   */
  function sha512_256(data, options) {
    return digest("sha512-256", data, options, "sha512_256");
  }

  /**
   * Returns the SHA3-224 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA3-224 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA3-224 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha3_224("abc"); // "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"
   * @example <caption>Digest bytes into bytes</caption>
   * sha3_224(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(28) [230, 66, ...]
   */
  function sha3_224(data, options) {
    return digest("sha3-224", data, options, "sha3_224");
  }

  /**
   * Returns the SHA3-256 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA3-256 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA3-256 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha3_256("abc"); // "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"
   * @example <caption>Digest bytes into bytes</caption>
   * sha3_256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [58, 152, ...]
   */
  function sha3_256(data, options) {
    return digest("sha3-256", data, options, "sha3_256");
  }

  /**
   * Returns the SHA3-384 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA3-384 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA3-384 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha3_384("abc"); // "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25"
   * @example <caption>Digest bytes into bytes</caption>
   * sha3_384(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(48) [236, 1, ...]
   */
  function sha3_384(data, options) {
    return digest("sha3-384", data, options, "sha3_384");
  }

  /**
   * Returns the SHA3-512 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHA3-512 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHA3-512 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * sha3_512("abc"); // "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0"
   * @example <caption>Digest bytes into bytes</caption>
   * sha3_512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [183, 81, ...]
   */
  function sha3_512(data, options) {
    return digest("sha3-512", data, options, "sha3_512");
  }

  /**
   * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the Keccak-256 digest of `data` (the Keccak submission to SHA-3, as Ethereum has it).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * keccak256("abc"); // "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"
   * @example <caption>Digest bytes into bytes</caption>
   * keccak256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [78, 3, ...]
   */
  function keccak256(data, options) {
    return digest("keccak256", data, options, "keccak256");
  }

  /**
   * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the RIPEMD-160 digest of `data` (ISO/IEC 10118-3).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding>} [options] the encoding of the result; `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @example <caption>Digest a string</caption>
   * ripemd160("abc"); // "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"
   * @example <caption>Digest bytes into bytes</caption>
   * ripemd160(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(20) [142, 178, ...]
   */
  function ripemd160(data, options) {
    return digest("ripemd160", data, options, "ripemd160");
  }

  /**
   * Returns the BLAKE2b-512 digest of `data` (RFC 7693).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string}
   */
  /**
   * Returns the BLAKE2b-512 digest of `data` (RFC 7693) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the BLAKE2b-512 digest of `data` (RFC 7693).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * blake2b512("abc"); // "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
   * @example <caption>Digest bytes into bytes</caption>
   * blake2b512(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(64) [186, 128, ...]
   */
  function blake2b512(data, options) {
    return digest("blake2b512", data, options, "blake2b512");
  }

  /**
   * Returns the BLAKE2b-256 digest of `data` (RFC 7693).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string}
   */
  /**
   * Returns the BLAKE2b-256 digest of `data` (RFC 7693) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the BLAKE2b-256 digest of `data` (RFC 7693).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * blake2b256("abc"); // "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
   * @example <caption>Digest bytes into bytes</caption>
   * blake2b256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [189, 221, ...]
   */
  function blake2b256(data, options) {
    return digest("blake2b256", data, options, "blake2b256");
  }

  /**
   * Returns the BLAKE2s-256 digest of `data` (RFC 7693).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string}
   */
  /**
   * Returns the BLAKE2s-256 digest of `data` (RFC 7693) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes", "key" | "outputLength" | "salt" | "personal">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the BLAKE2s-256 digest of `data` (RFC 7693).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding, "key" | "outputLength" | "salt" | "personal">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength`, `salt` and `personal`
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * blake2s256("abc"); // "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982"
   * @example <caption>Digest bytes into bytes</caption>
   * blake2s256(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [80, 140, ...]
   */
  function blake2s256(data, options) {
    return digest("blake2s256", data, options, "blake2s256");
  }

  /**
   * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<TextEncoding, "key" | "outputLength" | "context">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength` and `context`
   * @returns {string}
   */
  /**
   * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<"bytes", "key" | "outputLength" | "context">} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the BLAKE3 digest of `data` (the BLAKE3 paper of 2020).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {EncodingOption<Encoding, "key" | "outputLength" | "context">} [options] the encoding of the result, `"hex"` by default; and `key`, `outputLength` and `context`
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * blake3("abc"); // "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85"
   * @example <caption>Digest bytes into bytes</caption>
   * blake3(new Uint8Array([97, 98, 99]), "bytes"); // Uint8Array(32) [100, 55, ...]
   */
  function blake3(data, options) {
    return digest("blake3", data, options, "blake3");
  }

  /**
   * Returns the SHAKE128 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<TextEncoding>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
   *   encoding of the result, `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHAKE128 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<"bytes"> & { encoding: "bytes" }} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHAKE128 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<Encoding>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
   *   encoding of the result, `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * shake128("abc", { outputLength: 32 }); // "5881092dd818bf5cf8a3ddb793fbcba74097d5c526a6d35f97b83351940f2cc8"
   * @example <caption>Digest bytes into bytes</caption>
   * shake128(new Uint8Array([97, 98, 99]), { outputLength: 32, encoding: "bytes" }); // Uint8Array(32) [88, 129, ...]
   */
  function shake128(data, options) {
    return digest("shake128", data, options, "shake128");
  }

  /**
   * Returns the SHAKE256 digest of `data` (FIPS 202).
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<TextEncoding>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
   *   encoding of the result, `"hex"` by default
   * @returns {string}
   */
  /**
   * Returns the SHAKE256 digest of `data` (FIPS 202) as bytes.
   *
   * @overload
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<"bytes"> & { encoding: "bytes" }} options
   * @returns {Uint8Array<ArrayBuffer>}
   */
  /**
   * Returns the SHAKE256 digest of `data` (FIPS 202).
   *
   * Options are read first, then `data`.
   *
   * @param {Data} data bytes, or a string that stands for its UTF-8
   * @param {LengthOption<Encoding>} options `outputLength`, which is the length of the digest in bytes, from 1 to 2^24; and the
   *   encoding of the result, `"hex"` by default
   * @returns {string | Uint8Array<ArrayBuffer>} the digest
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` for a value of another type, or a detached buffer;
   *   `ERR_INVALID_ARG_VALUE` for an unknown encoding or option
   * @throws {RangeError} `ERR_OUT_OF_RANGE` for an option of another length or number than it takes
   * @example <caption>Digest a string</caption>
   * shake256("abc", { outputLength: 64 }); // "483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739d5a15bef186a5386c75744c0527e1faa9f8726e462a12a4feb06bd8801e751e4"
   * @example <caption>Digest bytes into bytes</caption>
   * shake256(new Uint8Array([97, 98, 99]), { outputLength: 64, encoding: "bytes" }); // Uint8Array(64) [72, 51, ...]
   */
  function shake256(data, options) {
    return digest("shake256", data, options, "shake256");
  }

  return {
    sha256,
    md5,
    sha1,
    sha224,
    sha384,
    sha512,
    sha512_224,
    sha512_256,
    sha3_224,
    sha3_256,
    sha3_384,
    sha3_512,
    keccak256,
    ripemd160,
    blake2b512,
    blake2b256,
    blake2s256,
    blake3,
    shake128,
    shake256,
  };
}
