// Puts one subject through the cases, wherever JavaScript runs.

import { columnOf } from "./column.js";
import { grade, gradedCases } from "./grade.js";

/** @typedef {import("./column.js").Column} Column */
/** @typedef {import("../subjects/list.js").Subject} Subject */

/**
 * @typedef {object} Asked
 * @property {{ subject: string, runtime: string }} what
 * @property {Record<string, string>} vectors the text of each file of `VECTOR_FILES`
 * @property {number} [every] 3 is every third case
 */

/** How often it says how far it is, in milliseconds. */
const INTERVAL = 200;

/**
 * @param {() => Promise<Subject>} load
 * @param {Asked} asked
 * @param {(far: string) => void} tell how far it is, from time to time, such as `"5 of 9"`
 * @returns {Promise<Column>}
 */
export async function ask(load, { what, vectors, every = 1 }, tell) {
  /** @type {Record<string, any>} */
  let api;
  try {
    const subject = await load();
    const reason = subject.available();
    if (reason !== undefined) return columnOf({ ...what, state: "unavailable", reason });
    api = await subject.api();
  } catch (error) {
    // A place that can have no native code lacks the subject; nothing of it is broken.
    const { kind, message } = /** @type {any} */ (error)?.cause ?? {};
    if (kind === "no-native") return columnOf({ ...what, state: "unavailable", reason: message });
    return columnOf({ ...what, state: "unloadable", reason: String(error) });
  }
  const { cases: all, leftOut } = gradedCases(vectors);
  const cases = all.filter((_, index) => index % every === 0);
  let told = 0;
  const onCase = (/** @type {number} */ done) => {
    if (performance.now() - told < INTERVAL) return;
    told = performance.now();
    tell(`${done} of ${cases.length}`);
  };
  return columnOf({ ...what, state: "ran" }, await grade(api, cases, onCase), leftOut);
}
