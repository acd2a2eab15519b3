// The matrix as text, for a terminal.

import { countsOf, mostLacking, rowsOf, totalOf } from "./column.js";

/** @typedef {import("./column.js").Column} Column */
/** @typedef {import("./column.js").Counts} Counts */

/** How many wrong cases are shown of each column, and how many things that are lacking. */
const SHOWN = 10;
const LACKING = 5;

/** What was left out, and why. @param {Column[]} columns */
export const scopeOf = (columns) => {
  const most = Math.max(...columns.map(({ counts }) => totalOf(counts)));
  const leftOut = Math.max(...columns.map((column) => column.leftOut));
  return (
    `${most} cases, each a value that is known from elsewhere. Left out are ${leftOut} cases about errors, memory, ` +
    "cancelling and hostile arguments: in those, others have ways of their own."
  );
};

/** @param {Counts} counts */
export function cellText({ has, lacks, wrong }) {
  if (wrong > 0) return `✗ ${wrong} wrong`;
  if (has === 0) return "·";
  return lacks === 0 ? `✓ ${has}` : `${has}`;
}

/** What is not as it should be, or else that all is well. @param {Column} column */
export function verdictOf({ subject, runtime, state, reason, counts }) {
  const who = `${subject} in ${runtime}`;
  if (state === "unavailable") return `${who}: not there, because ${reason}`;
  if (state === "unloadable") return `${who}: CANNOT BE LOADED: ${reason}`;
  if (state === "ended") return `${who}: ENDED: ${reason}`;
  const { has, lacks, wrong } = counts;
  return `${who}: has ${has}, lacks ${lacks}, ${wrong === 0 ? "nothing is wrong" : `${wrong} ARE WRONG`}`;
}

/** @param {Column[]} columns */
export function textOf(columns) {
  const ran = columns.filter(({ state }) => state === "ran");
  const parts = [columns.map(verdictOf).join("\n")];
  if (ran.length > 0) parts.unshift(scopeOf(ran), tableOf(ran));
  for (const column of ran) parts.push(...lackingOf(column), ...wrongOf(column));
  return parts.join("\n\n");
}

/** @param {Column[]} columns */
function tableOf(columns) {
  const { shown, lacking } = rowsOf(columns);
  const head = [
    ["", "cases", ...columns.map(({ subject }) => subject)],
    ["", "", ...columns.map(({ runtime }) => runtime)],
  ];
  const lines = shown.map((row) => [
    row,
    `${totalOf(countsOf(columns[0], row))}`,
    ...columns.map((column) => cellText(countsOf(column, row))),
  ]);
  const all = [...head, ...lines];
  const widths = head[0].map((_, at) => Math.max(...all.map((line) => line[at].length)));
  const text = all.map((line) => `  ${line.map((cell, at) => cell.padEnd(widths[at])).join("  ")}`.trimEnd());
  const legend = "  a number: cases that it has; ✓ has all; · has none";
  const nobody = lacking.length > 0 ? [`  nobody here has ${lacking.join(", ")}`] : [];
  return [...text, "", legend, ...nobody].join("\n");
}

/** @param {Column} column */
function lackingOf(column) {
  const all = mostLacking(column);
  if (all.length === 0) return [];
  const shown = all.slice(0, LACKING).map(([what, cases]) => `${what} (${cases})`);
  const more = all.length > LACKING ? `, and ${all.length - LACKING} other things` : "";
  return [`${column.subject} in ${column.runtime} lacks, with the number of cases: ${shown.join(", ")}${more}`];
}

/** @param {Column} column */
function wrongOf({ subject, runtime, wrong }) {
  if (wrong.length === 0) return [];
  const shown = wrong.slice(0, SHOWN).map(({ id, detail, source }) => `  ${id}\n    ${detail}\n    by ${source}`);
  const more = wrong.length > SHOWN ? [`  and ${wrong.length - SHOWN} more; --json has all`] : [];
  return [[`WRONG in ${subject} in ${runtime}:`, ...shown, ...more].join("\n")];
}
