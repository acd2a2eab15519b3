// Makes one backend panic, again and again, and calls it after each time. Run by tests/process/faults.js with the name
// of the backend and the folder of a build with the rows that fail on purpose.

import { DIGEST } from "../../js/src/interface.js";
import { openFaulty } from "./open.js";

const PANICS = 1000;
const DEEP = 1e9; // more kilobytes than any stack has
const SHALLOW = 10;

const [name, folder] = /** @type {[import("./open.js").Name, string]} */ (process.argv.slice(2));
const { rows } = await openFaulty(name, folder);

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} what
 */
function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what} is ${actual}, but should be ${expected}`);
}

/**
 * Calls what must fail inside, and checks how it is told.
 *
 * @param {() => unknown} call
 * @param {string} what
 */
function failsInside(call, what) {
  try {
    call();
  } catch (error) {
    const { constructor: type, code, argument, message } = /** @type {Error & Record<string, unknown>} */ (error);
    same(type, Error, `the class of the error of ${what}`);
    same(code, "ERR_INTERNAL", `the code of ${what} (${message})`);
    same(argument, undefined, `the argument of ${what}`);
    same(/further calls are safe/.test(message), true, `the way out in "${message}"`);
    // A panic in WebAssembly is a trap, which has no text of its own.
    if (name !== "wasm") same(/a row that panics on purpose/.test(message), true, `the reason in "${message}"`);
    return;
  }
  throw new Error(`${what} did not throw`);
}

/** The next call is right, whatever was before. */
function works() {
  same(rows.interface_digest(), DIGEST, "the digest");
  same(rows.recurse(SHALLOW), SHALLOW, "a shallow recursion");
  if (name !== "wasm") same(rows.fibonacci(93), 12200160415121876738n, "the 93rd Fibonacci number");
}

works();
const before = rows.interface_calls();
failsInside(() => rows.panic(), "the first panic");
// A native call is counted before it panics; a new WebAssembly instance has counted nothing yet.
same(rows.interface_calls(), name === "wasm" ? 1n : before + 2n, "the calls counted after the first panic");
works();
for (let i = 0; i < PANICS; i++) {
  failsInside(() => rows.panic(), `panic ${i}`);
  works();
}
if (name === "wasm") {
  for (let i = 0; i < 3; i++) {
    failsInside(() => rows.recurse(DEEP), "a recursion without end");
    same(rows.interface_calls(), 1n, "the calls counted by the instance that replaced the overflown one");
    works();
  }
}
console.log("done");
