// How many KiB each entry may add to a page, minified and with gzip: what it took when the limit was set, and a
// twentieth more. The largest part is WebAssembly as base64, which gzip makes about as small as the module itself.

/** @type {Record<string, number>} */
export const LIMITS = {};
