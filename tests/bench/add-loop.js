// The loop that calls an addition. Each candidate imports it under an address of its own and so has its own copy:
// in a shared loop, what V8 learned from one candidate would slow the calls of all others.

/**
 * Adds up 0 to `count - 1`.
 *
 * @param {(a: number, b: number) => number} add
 * @param {number} count
 */
export function sumUp(add, count) {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = add(sum, i);
  return sum;
}
