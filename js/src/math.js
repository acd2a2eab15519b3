// The family `math`: exact and reproducible arithmetic.

import * as check from "./check.js";
import { FIBONACCI_MAX } from "./interface.js";

/** @param {import("./now.js").Bridge} bridge */
export function mathFamily(bridge) {
  /** @type {import("./load.js").Rows | undefined} */
  let found;
  const first = () => {
    found = bridge.rows();
    return found;
  };
  // Kept here, because what the bridge does besides makes so short a call of C two thirds longer in Bun.
  const rows = () => found ?? first();

  /**
   * Returns the sum of two numbers, as `a + b` does. The probe of the bare crossing: it does next to nothing.
   *
   * @param {number} a any number
   * @param {number} b any number
   * @returns {number} the sum, rounded to the nearest double (IEEE 754-2019)
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` if an argument is not a number
   * @example <caption>Add two numbers</caption>
   * add(0.1, 0.2); // 0.30000000000000004
   */
  function add(a, b) {
    const left = check.number(a, "add", "a");
    const right = check.number(b, "add", "b");
    return rows().add(left, right);
  }

  /**
   * Returns the `n`-th Fibonacci number exactly: F(0) = 0, F(1) = 1, F(n) = F(n-1) + F(n-2) (OEIS A000045).
   *
   * @param {number} n an integer from 0 to 93; larger results do not fit into 64 bits
   * @returns {bigint} the number
   * @throws {TypeError} `ERR_INVALID_ARG_TYPE` if `n` is not a number
   * @throws {RangeError} `ERR_OUT_OF_RANGE` if `n` is not an integer, or not from 0 to 93
   * @example <caption>The largest Fibonacci number of 64 bits</caption>
   * fibonacci(93); // 12200160415121876738n
   */
  function fibonacci(n) {
    const checked = check.integer(n, 0, FIBONACCI_MAX, "fibonacci", "n");
    return rows().fibonacci(checked);
  }

  return { add, fibonacci };
}
