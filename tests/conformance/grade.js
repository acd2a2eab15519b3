// Puts a subject through the cases that have a value, and says of each whether it has it, lacks it, or is wrong.

import { apiSubject, PROMISES } from "../suite/case.js";
import { casesOf, runCases } from "../suite/suite.js";
import { twinOf } from "../suite/twin.js";
import { rowOf, takesName, watched } from "./watch.js";

/** @typedef {import("../suite/case.js").Case} Case */
/** @typedef {"has" | "lacks" | "wrong"} State */

/**
 * How a case went.
 *
 * @typedef {object} Grade
 * @property {string} id
 * @property {string} fn
 * @property {string} row the algorithm, or the function if it is about none
 * @property {string} source where the expectation comes from
 * @property {State} state
 * @property {string} [detail] what is lacking, or what was given and should have been
 */

/**
 * Whether a case is about a value, and not about what Oxbridge promises of errors, memory, signals and hostile
 * arguments: in that, others have ways of their own.
 *
 * @param {Case} item
 */
function hasValue({ expect, source }) {
  const isError = typeof expect !== "function" && !("value" in expect);
  return !isError && !/\bcontract\b/.test(source);
}

/**
 * The cases with a value, with their twins as promises, and how many others there are.
 *
 * @param {Record<string, string>} vectors the text of each file of `VECTOR_FILES`
 */
export function gradedCases(vectors) {
  const all = casesOf("full", vectors);
  const cases = all.filter(hasValue);
  const twins = cases.flatMap((item) => {
    const twin = twinOf(item);
    return twin ? [{ ...twin, id: `as a promise: ${item.id}` }] : [];
  });
  return { cases: [...cases, ...twins], leftOut: all.length - cases.length };
}

/**
 * @param {Record<string, any>} api
 * @param {Case[]} cases
 * @param {(done: number) => void} [onCase]
 * @returns {Promise<Grade[]>}
 */
export async function grade(api, cases, onCase = () => {}) {
  const grades = [];
  for (const item of cases) {
    grades.push(await gradeCase(api, item));
    onCase(grades.length);
  }
  return grades;
}

/**
 * @param {Record<string, any>} api
 * @param {Case} item
 * @returns {Promise<Grade>}
 */
async function gradeCase(api, item) {
  const absent = absentIn(api, item);
  if (absent) return absent;
  /** @type {import("./watch.js").Notes} */
  const notes = {};
  // What lacks something is not judged: a script may have caught the error, and what it should give takes long.
  const expect = async () => {
    if (notes.lacks !== undefined) return { value: undefined };
    return typeof item.expect === "function" ? item.expect() : item.expect;
  };
  const [{ id, fn, failure }] = await runCases(apiSubject("", watched(api, notes)), [{ ...item, expect }]);
  const found = { id, fn, row: notes.row ?? fn, source: item.source };
  if (notes.lacks !== undefined) return { ...found, state: "lacks", detail: notes.lacks };
  return failure === undefined ? { ...found, state: "has" } : { ...found, state: "wrong", detail: failure };
}

/**
 * The grade of a case whose one function is not there: nothing has to be worked out for it.
 *
 * @param {Record<string, any>} api
 * @param {Case} item
 * @returns {Grade | undefined}
 */
function absentIn(api, { id, fn, args, script, source }) {
  const isPromise = fn.startsWith(PROMISES);
  const name = isPromise ? fn.slice(PROMISES.length) : fn;
  if (script || typeof (isPromise ? api.promises : api)?.[name] === "function") return undefined;
  const row = rowOf(name, takesName(name) ? args?.(() => undefined)[0] : undefined);
  return { id, fn, row, source, state: "lacks", detail: fn };
}
