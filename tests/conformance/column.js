// A column of the matrix: one subject in one runtime, what it has of each row, and what is wrong with it.

import { knownWrong } from "../subjects/known-wrong.js";

/** @typedef {Record<import("./grade.js").State, number>} Counts */

/**
 * @typedef {object} Column
 * @property {string} subject
 * @property {string} runtime with its version, such as `"node 24.19.0"`; without it if it did not start
 * @property {"ran" | "unavailable" | "unloadable" | "ended"} state `"ended"` is the process, before the cases did
 * @property {string} [reason] why it did not run to the end
 * @property {Counts} counts of all cases
 * @property {number} leftOut how many cases are not about a value
 * @property {Record<string, Record<string, Counts>>} rows by algorithm, or function that is about none; and by function
 * @property {Record<string, number>} lacking what is lacking, and in how many cases
 * @property {Wrong[]} wrong
 */

/**
 * @typedef {{ id: string, fn: string, row: string, source: string, detail: string, known?: string }} Wrong
 *   `known` is the reason, and where its authors are told, if the case is known to be wrong
 */

const none = () => ({ has: 0, lacks: 0, wrong: 0 });

/**
 * @param {Pick<Column, "subject" | "runtime" | "state" | "reason">} what
 * @param {import("./grade.js").Grade[]} [grades]
 * @param {number} [leftOut]
 * @returns {Column}
 */
export function columnOf(what, grades = [], leftOut = 0) {
  /** @type {Column} */
  const column = { ...what, counts: none(), leftOut, rows: {}, lacking: {}, wrong: [] };
  const reasons = knownWrong(what).flatMap(({ cases, reason, source }) =>
    cases.map((id) => /** @type {const} */ ([id, `${reason}, ${source}`])),
  );
  const known = new Map(reasons);
  for (const { id, fn, row, source, state, detail = "" } of grades) {
    const functions = (column.rows[row] ??= {});
    (functions[fn] ??= none())[state]++;
    column.counts[state]++;
    if (state === "lacks") column.lacking[detail] = (column.lacking[detail] ?? 0) + 1;
    if (state === "wrong") column.wrong.push({ id, fn, row, source, detail, known: known.get(id) });
  }
  return column;
}

/**
 * The counts of a row together.
 *
 * @param {Column} column
 * @param {string} row
 * @returns {Counts}
 */
export function countsOf({ rows }, row) {
  const sum = none();
  for (const { has, lacks, wrong } of Object.values(rows[row] ?? {})) {
    sum.has += has;
    sum.lacks += lacks;
    sum.wrong += wrong;
  }
  return sum;
}

/**
 * The rows of all columns: those that a column has something of, and those that all lack.
 *
 * @param {Column[]} columns
 */
export function rowsOf(columns) {
  const all = [...new Set(columns.flatMap(({ rows }) => Object.keys(rows)))];
  const isThere = (/** @type {string} */ row) =>
    columns.some((column) => {
      const { has, wrong } = countsOf(column, row);
      return has + wrong > 0;
    });
  return { shown: all.filter(isThere), lacking: all.filter((row) => !isThere(row)) };
}

/** How many cases there are of some counts. @param {Counts} counts */
export const totalOf = ({ has, lacks, wrong }) => has + lacks + wrong;

/** What is lacking in most cases, first. @param {Column} column */
export const mostLacking = ({ lacking }) => Object.entries(lacking).sort(([, a], [, b]) => b - a);
