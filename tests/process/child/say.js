// Calls Oxbridge twice, and says as JSON which backend answered and why not the others, or what was thrown.

import { add, sha256 } from "oxbridge";
import { backend } from "oxbridge/backend";

/** @param {() => unknown} run */
function outcome(run) {
  try {
    return { value: run() };
  } catch (error) {
    const { constructor, code, argument, message } = /** @type {Error & Record<string, unknown>} */ (error);
    return { error: { name: constructor.name, code, argument, message } };
  }
}

const [sum, digest, info] = [outcome(() => add(1, 2)), outcome(() => sha256("abc")), outcome(backend)];
const text = (/** @type {string} */ _key, /** @type {unknown} */ value) =>
  typeof value === "bigint" ? `${value}n` : value;
console.log(JSON.stringify({ sum, digest, info }, text));
