// How many KiB each entry may add to a page, minified and with gzip: what it added when the limit was set, and a
// twentieth more. Most of it is WebAssembly as base64, 108 KiB for hash and 16 KiB for each other family.

/** @type {Record<string, number>} */
export const LIMITS = {
  oxbridge: 170,
  "oxbridge/promises": 159,
  "oxbridge/math": 36,
  "oxbridge/hash": 135,
  "oxbridge/hash/promises": 138,
  "oxbridge/image": 36,
  "oxbridge/image/promises": 37,
  "oxbridge/backend": 177,
  // In a page these have no native code, and say so when they are called.
  "oxbridge/napi": 17,
  "oxbridge/neon": 17,
  "oxbridge/wasm": 177,
  "oxbridge/cabi": 17,
};
