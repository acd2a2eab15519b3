// The jobs of the demo, written as a program that uses Oxbridge would write them.
//
// The demo imports this file once for each backend, under different addresses: an engine that sees one loop call
// four backends would not compile it as well as it does in a program that uses one.

/** @typedef {typeof import("oxbridge")} Api */

/** @param {Api} api @param {string[]} lines */
export function hashLines(api, lines) {
  return api.bulkHash("sha256", lines);
}

/** @param {Api} api @param {Uint8Array<ArrayBuffer>} pixels @param {number} times */
export function invert(api, pixels, times) {
  for (let i = 0; i < times; i++) api.invertColors(pixels);
  return pixels;
}

/** @param {Api} api @param {number} times */
export function allFibonacci(api, times) {
  const numbers = [];
  for (let i = 0; i < times; i++) for (let n = 0; n <= 93; n++) numbers[n] = api.fibonacci(n);
  return numbers;
}

/** @param {Api} api @param {Float64Array} values */
export function sum(api, values) {
  let total = 0;
  for (let i = 0; i < values.length; i++) total = api.add(total, values[i]);
  return total;
}
