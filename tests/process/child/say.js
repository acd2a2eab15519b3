// Calls Oxbridge twice, and says as JSON which backend answered and why not the others, or what was thrown.

import { add, sha256 } from "oxbridge";
import { backend } from "oxbridge/backend";

/** @param {() => unknown} run */
function outcome(run) {
  try {
    return { value: run() };
  } catch (error) {
    const { constructor: type, code, argument, message } = /** @type {Error & Record<string, unknown>} */ (error);
    return { error: { name: type.name, code, argument, message } };
  }
}

const [sum, digest, info] = [outcome(() => add(1, 2)), outcome(() => sha256("abc")), outcome(backend)];
console.log(JSON.stringify({ sum, digest, info }));
