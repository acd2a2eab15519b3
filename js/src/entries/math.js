// `oxbridge/math`: the family math, on the backend of this process. Printed; do not edit.

import * as source from "#wasm/math";
import { bindFamily } from "#bound";

const family = bindFamily("math", source);

/**
 * Returns the sum of two numbers, as `a + b` does. The probe of the bare crossing: it does next to nothing.
 *
 * @param a any number
 * @param b any number
 * @returns the sum, rounded to the nearest double (IEEE 754-2019)
 * @throws TypeError `ERR_INVALID_ARG_TYPE` if an argument is not a number
 * @example <caption>Add two numbers</caption>
 * add(0.1, 0.2); // 0.30000000000000004
 */
export const add = family.add;

/**
 * Returns the `n`-th Fibonacci number exactly: F(0) = 0, F(1) = 1, F(n) = F(n-1) + F(n-2) (OEIS A000045).
 *
 * @param n an integer from 0 to 93; larger results do not fit into 64 bits
 * @returns the number
 * @throws TypeError `ERR_INVALID_ARG_TYPE` if `n` is not a number
 * @throws RangeError `ERR_OUT_OF_RANGE` if `n` is not an integer, or not from 0 to 93
 * @example <caption>The largest Fibonacci number of 64 bits</caption>
 * fibonacci(93); // 12200160415121876738n
 */
export const fibonacci = family.fibonacci;
