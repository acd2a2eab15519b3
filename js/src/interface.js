// The interface table, the error codes and the names of algorithms and encodings, as data.
// Printed from the tables of the core; do not edit.

/** The version of Oxbridge. */
export const VERSION = "0.1.0";

/** What a binary must answer to `interface_digest()` to be used with this package. */
export const DIGEST = "69639773a6652fe1";

/** The calling convention of the C library that this package knows. */
export const ABI_VERSION = 1;

/** The largest `n` whose Fibonacci number fits into 64 bits. */
export const FIBONACCI_MAX = 93;

/** The rows of each family, with the types of their arguments. */
export const ROWS = /** @type {const} */ ({
  meta: {
    interface_digest: [],
    interface_calls: [],
    keep: ["Bytes"],
    release: ["Handle"],
  },
  math: {
    add: ["f64", "f64"],
    fibonacci: ["u32"],
  },
  hash: {
    hash: ["u32", "Bytes", "BytesMut"],
    hash_text: ["u32", "u32", "Bytes"],
    hash_with: ["u32", "Bytes", "Bytes", "BytesMut"],
    hash_text_with: ["u32", "Bytes", "u32", "Bytes"],
    hasher_new: ["u32", "Bytes"],
    hasher_update: ["Handle", "Bytes"],
    hasher_digest: ["Handle", "BytesMut"],
    hasher_digest_text: ["Handle", "u32"],
    hasher_clone: ["Handle"],
    hasher_reset: ["Handle"],
    hasher_save: ["Handle", "BytesMut"],
    hasher_algorithm: ["Handle"],
    hasher_restore: ["Bytes"],
    bulk_hash: ["u32", "Bytes", "Indices", "u32", "BytesMut"],
    bulk_hash_text: ["u32", "u32", "Bytes", "Indices", "u32"],
    bulk_hash_with: ["u32", "Bytes", "Bytes", "Indices", "u32", "BytesMut"],
    bulk_hash_text_with: ["u32", "Bytes", "u32", "Bytes", "Indices", "u32"],
    checksum_32: ["u32", "Bytes", "u32"],
    checksum_64: ["u32", "Bytes", "u64"],
    checksum_combine: ["u32", "u64", "u64", "u64"],
    xxh32: ["Bytes", "u32"],
    xxh64: ["Bytes", "u64"],
    xxh3_64: ["Bytes", "u64"],
    xxh3_128: ["Bytes", "u64", "BytesMut"],
  },
  image: {
    invert_colors: ["BytesMut"],
  },
});

/** The rows that make a handle. @type {readonly string[]} */
export const HANDLE_ROWS = ["keep", "hasher_new", "hasher_clone", "hasher_restore"];

/** Each error code: its number in C, and its class in JavaScript. */
export const CODES = /** @type {const} */ ({
  /** An argument has the wrong type. */
  ERR_INVALID_ARG_TYPE: { status: 1, class: "TypeError" },
  /** An argument has the right type, but not a value that the function knows. */
  ERR_INVALID_ARG_VALUE: { status: 2, class: "TypeError" },
  /** A number is not in the range that the function takes, or is not an integer where one is needed. */
  ERR_OUT_OF_RANGE: { status: 3, class: "RangeError" },
  /** Oxbridge itself is at fault; the process and later calls are not affected. */
  ERR_INTERNAL: { status: 4, class: "Error" },
  /** No backend that the program allows could be loaded. */
  ERR_BACKEND_UNAVAILABLE: { status: 5, class: "Error" },
  /** What is used was freed, or went with the thread or the instance that it belonged to. */
  ERR_DISPOSED: { status: 6, class: "Error" },
  /** What is used is in use by another call, or was used up. */
  ERR_INVALID_STATE: { status: 7, class: "Error" },
  /** A method was called on something else than an object of its class. */
  ERR_INVALID_THIS: { status: 8, class: "TypeError" },
  /** The runtime lacks what the function needs. */
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: { status: 9, class: "TypeError" },
  /** A worker ended before its work did. */
  ERR_WORKER_EXITED: { status: 10, class: "Error" },
});

/** Each algorithm: its number, what people call it, the lengths of a digest and of a block, what
 * it is good for, the options that it takes with the least and the greatest number or length in bytes, whether it has no
 * length of its own, and whether its state can be saved. */
export const ALGORITHMS = /** @type {const} */ ({
  sha256: {
    id: 0,
    title: "SHA-256",
    digestLength: 32,
    blockLength: 64,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  md5: {
    id: 1,
    title: "MD5",
    digestLength: 16,
    blockLength: 64,
    kind: "broken",
    options: {},
    extendable: false,
    saves: true,
  },
  sha1: {
    id: 2,
    title: "SHA-1",
    digestLength: 20,
    blockLength: 64,
    kind: "broken",
    options: {},
    extendable: false,
    saves: true,
  },
  sha224: {
    id: 3,
    title: "SHA-224",
    digestLength: 28,
    blockLength: 64,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  sha384: {
    id: 4,
    title: "SHA-384",
    digestLength: 48,
    blockLength: 128,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  sha512: {
    id: 5,
    title: "SHA-512",
    digestLength: 64,
    blockLength: 128,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha512-224": {
    id: 6,
    title: "SHA-512/224",
    digestLength: 28,
    blockLength: 128,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha512-256": {
    id: 7,
    title: "SHA-512/256",
    digestLength: 32,
    blockLength: 128,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha3-224": {
    id: 8,
    title: "SHA3-224",
    digestLength: 28,
    blockLength: 144,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha3-256": {
    id: 9,
    title: "SHA3-256",
    digestLength: 32,
    blockLength: 136,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha3-384": {
    id: 10,
    title: "SHA3-384",
    digestLength: 48,
    blockLength: 104,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  "sha3-512": {
    id: 11,
    title: "SHA3-512",
    digestLength: 64,
    blockLength: 72,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  keccak256: {
    id: 12,
    title: "Keccak-256",
    digestLength: 32,
    blockLength: 136,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  ripemd160: {
    id: 13,
    title: "RIPEMD-160",
    digestLength: 20,
    blockLength: 64,
    kind: "cryptographic",
    options: {},
    extendable: false,
    saves: true,
  },
  blake2b512: {
    id: 14,
    title: "BLAKE2b-512",
    digestLength: 64,
    blockLength: 128,
    kind: "cryptographic",
    options: { key: [1, 64], outputLength: [1, 64], salt: [1, 16], personal: [1, 16] },
    extendable: false,
    saves: false,
  },
  blake2b256: {
    id: 15,
    title: "BLAKE2b-256",
    digestLength: 32,
    blockLength: 128,
    kind: "cryptographic",
    options: { key: [1, 64], outputLength: [1, 64], salt: [1, 16], personal: [1, 16] },
    extendable: false,
    saves: false,
  },
  blake2s256: {
    id: 16,
    title: "BLAKE2s-256",
    digestLength: 32,
    blockLength: 64,
    kind: "cryptographic",
    options: { key: [1, 32], outputLength: [1, 32], salt: [1, 8], personal: [1, 8] },
    extendable: false,
    saves: false,
  },
  blake3: {
    id: 17,
    title: "BLAKE3",
    digestLength: 32,
    blockLength: 64,
    kind: "cryptographic",
    options: { key: [32, 32], outputLength: [1, 16777216], context: [1, 65536] },
    extendable: false,
    saves: false,
  },
  crc32: {
    id: 18,
    title: "CRC-32/ISO-HDLC",
    digestLength: 4,
    blockLength: null,
    kind: "checksum",
    options: {},
    extendable: false,
    saves: true,
  },
  crc32c: {
    id: 19,
    title: "CRC-32/ISCSI",
    digestLength: 4,
    blockLength: null,
    kind: "checksum",
    options: {},
    extendable: false,
    saves: true,
  },
  "crc64-nvme": {
    id: 20,
    title: "CRC-64/NVME",
    digestLength: 8,
    blockLength: null,
    kind: "checksum",
    options: {},
    extendable: false,
    saves: true,
  },
  "crc64-xz": {
    id: 21,
    title: "CRC-64/XZ",
    digestLength: 8,
    blockLength: null,
    kind: "checksum",
    options: {},
    extendable: false,
    saves: true,
  },
  adler32: {
    id: 22,
    title: "Adler-32",
    digestLength: 4,
    blockLength: null,
    kind: "checksum",
    options: {},
    extendable: false,
    saves: true,
  },
  xxh32: {
    id: 23,
    title: "XXH32",
    digestLength: 4,
    blockLength: null,
    kind: "checksum",
    options: { seed: [0, 4294967295] },
    extendable: false,
    saves: false,
  },
  xxh64: {
    id: 24,
    title: "XXH64",
    digestLength: 8,
    blockLength: null,
    kind: "checksum",
    options: { seed: [0n, 18446744073709551615n] },
    extendable: false,
    saves: false,
  },
  "xxh3-64": {
    id: 25,
    title: "XXH3-64",
    digestLength: 8,
    blockLength: null,
    kind: "checksum",
    options: { seed: [0n, 18446744073709551615n] },
    extendable: false,
    saves: true,
  },
  "xxh3-128": {
    id: 26,
    title: "XXH3-128",
    digestLength: 16,
    blockLength: null,
    kind: "checksum",
    options: { seed: [0n, 18446744073709551615n] },
    extendable: false,
    saves: true,
  },
  shake128: {
    id: 27,
    title: "SHAKE128",
    digestLength: 32,
    blockLength: 168,
    kind: "cryptographic",
    options: { outputLength: [1, 16777216] },
    extendable: true,
    saves: false,
  },
  shake256: {
    id: 28,
    title: "SHAKE256",
    digestLength: 64,
    blockLength: 136,
    kind: "cryptographic",
    options: { outputLength: [1, 16777216] },
    extendable: true,
    saves: false,
  },
});

/** No saved hasher has more bytes. */
export const LONGEST_STATE = 269;

/** Each option of an algorithm: its number, and whether its value is one. */
export const OPTIONS = /** @type {const} */ ({
  key: { id: 1, isNumber: false },
  seed: { id: 2, isNumber: true },
  outputLength: { id: 3, isNumber: true },
  context: { id: 4, isNumber: false },
  salt: { id: 5, isNumber: false },
  personal: { id: 6, isNumber: false },
});

/** Each way to write bytes as text, and its number. */
export const ENCODINGS = /** @type {const} */ ({
  hex: 0,
  base64: 1,
  base64url: 2,
});
