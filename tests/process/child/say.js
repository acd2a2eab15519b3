// Calls Oxbridge twice, and once more as a promise, and says as JSON which backend answered and why not the others, or
// what was thrown.

import { add, sha256 } from "oxbridge";
import { backend } from "oxbridge/backend";
import * as promises from "oxbridge/promises";

/** @param {() => unknown} run */
async function outcome(run) {
  try {
    return { value: await run() };
  } catch (error) {
    const { constructor: type, code, argument, message } = /** @type {Error & Record<string, unknown>} */ (error);
    return { error: { name: type.name, code, argument, message } };
  }
}

const sum = await outcome(() => add(1, 2));
const digest = await outcome(() => sha256("abc"));
const later = await outcome(() => promises.sha256("abc"));
const info = await outcome(backend);
console.log(JSON.stringify({ sum, digest, later, info }));
