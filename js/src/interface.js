// The interface table, the error codes and the names of algorithms and encodings, as data.
// Printed from the tables of the core; do not edit.

/** The version of Oxbridge. */
export const VERSION = "0.1.0";

/** What a binary must answer to `interface_digest()` to be used with this package. */
export const DIGEST = "08948f2a0088bbfd";

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
    hasher_new: ["u32"],
    hasher_update: ["Handle", "Bytes"],
    hasher_digest: ["Handle", "BytesMut"],
    hasher_digest_text: ["Handle", "u32"],
    hasher_clone: ["Handle"],
    hasher_reset: ["Handle"],
    bulk_hash: ["u32", "Bytes", "Indices", "u32", "BytesMut"],
    bulk_hash_text: ["u32", "u32", "Bytes", "Indices", "u32"],
  },
  image: {
    invert_colors: ["BytesMut"],
  },
});

/** The rows that make a handle. @type {readonly string[]} */
export const HANDLE_ROWS = ["keep", "hasher_new", "hasher_clone"];

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

/** Each digest algorithm: its number, and the length of a digest in bytes. */
export const ALGORITHMS = /** @type {const} */ ({
  sha256: { id: 0, digestLength: 32 },
});

/** Each way to write bytes as text, and its number. */
export const ENCODINGS = /** @type {const} */ ({
  hex: 0,
  base64: 1,
  base64url: 2,
});
