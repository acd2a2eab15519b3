// Cases of the family `math`.

import { outOfRange } from "./case.js";

/** @typedef {import("./case.js").Case} Case */

const NUMBERS = [0, -0, 1, -1, 0.1, 0.2, 1.5, 2 ** 53, -(2 ** 53) - 2, 1e308, -1e308, 5e-324, -5e-324, 1.5e-323].concat(
  [Number.MAX_VALUE, Number.EPSILON, 4294967296, Infinity, -Infinity, NaN, 2.2250738585072014e-308],
);

/** @returns {Case[]} */
function sums() {
  // JavaScript's own addition is IEEE 754's.
  // Of its own NaNs the sign depends on the processor, so that one is written out.
  const expected = (/** @type {number} */ a, /** @type {number} */ b) => ({ value: Number.isNaN(a + b) ? NaN : a + b });
  return NUMBERS.flatMap((a) =>
    NUMBERS.map((b) => ({
      id: `add ${name(a)} and ${name(b)}`,
      fn: "add",
      args: () => [a, b],
      expect: expected(a, b),
      source: "IEEE 754-2019, 5.4.1",
      portable: true,
      also: (outcome) => ("value" in outcome ? canonicalNaN(outcome.value) : undefined),
    })),
  );
}

/** @param {number} value */
function canonicalNaN(value) {
  const bits = new BigUint64Array(new Float64Array([value]).buffer)[0];
  return !Number.isNaN(value) || bits === 0x7ff8000000000000n ? undefined : `the NaN has the bits ${bits.toString(16)}`;
}

/** @param {number} value */
const name = (value) => (Object.is(value, -0) ? "-0" : String(value));

/** @returns {Case[]} */
function fibonacciNumbers() {
  /** @type {Case[]} */
  const cases = [];
  let [current, next] = [0n, 1n];
  for (let n = 0; n <= 93; n++) {
    const value = current;
    cases.push({
      id: `fibonacci of ${n}`,
      fn: "fibonacci",
      args: () => [n],
      expect: { value },
      source: "OEIS A000045, by its recurrence in exact integers",
      portable: true,
    });
    [current, next] = [next, current + next];
  }
  for (const n of [94, 95, 4294967295]) {
    cases.push({
      id: `fibonacci of ${n} does not fit`,
      fn: "fibonacci",
      args: () => [n],
      expect: outOfRange("n"),
      source: "the range of the function: 0 to 93",
      portable: true,
    });
  }
  return cases;
}

export const mathCases = [...sums(), ...fibonacciNumbers()];
