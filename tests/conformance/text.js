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
export function verdictOf({ subject, runtime, state, reason, counts, wrong: cases }) {
  const who = `${subject} in ${runtime}`;
  if (state === "unavailable") return `${who}: not there, because ${reason}`;
  if (state === "unloadable") return `${who}: CANNOT BE LOADED: ${reason}`;
  if (state === "ended") return `${who}: ENDED: ${reason}`;
  const { has, lacks, wrong } = counts;
  if (wrong === 0) return `${who}: has ${has}, lacks ${lacks}, nothing is wrong`;
  const reasons = [...new Set(cases.flatMap(({ known }) => known ?? []))];
  const known = cases.filter((one) => one.known !== undefined).length;
  const why = known > 0 ? `, ${known === wrong ? "all" : known} of them because ${reasons.join("; ")}` : "";
  return `${who}: has ${has}, lacks ${lacks}, ${wrong} ARE WRONG${why}`;
}

/**
 * @param {Column[]} columns
 * @param {number} [width] of a line of the table, in characters
 */
export function textOf(columns, width = 120) {
  const ran = columns.filter(({ state }) => state === "ran");
  const parts = [columns.map(verdictOf).join("\n")];
  if (ran.length > 0) parts.unshift(scopeOf(ran), tableOf(ran, width));
  // Of several it would be more than the matrix itself.
  if (columns.length === 1) parts.push(...ran.flatMap(lackingOf));
  parts.push(...ran.flatMap(wrongOf));
  return parts.join("\n\n");
}

/**
 * The table, in as many parts as the width needs.
 *
 * @param {Column[]} columns
 * @param {number} width in characters
 */
function tableOf(columns, width) {
  const { shown, lacking } = rowsOf(columns);
  const cells = [
    ["", "", ...shown],
    ["", "cases", ...shown.map((row) => `${totalOf(countsOf(columns[0], row))}`)],
    ...columns.map((column) => [
      column.subject,
      column.runtime,
      ...shown.map((row) => cellText(countsOf(column, row))),
    ]),
  ];
  const [names, cases, ...rest] = cells.map(padded);
  /** @type {string[][][]} */
  const parts = [[]];
  let used = 0;
  for (const column of rest) {
    const [{ length }] = column;
    const isFull = 2 + names[0].length + cases[0].length + used + length > width;
    if (isFull && used > 0) parts.push([]);
    used = isFull ? length : used + length;
    parts[parts.length - 1].push(column);
  }
  const texts = parts.map((part) => {
    const together = [names, cases, ...part];
    return names.map((_, line) => `  ${together.map((column) => column[line]).join("")}`.trimEnd()).join("\n");
  });
  const nobody = lacking.length > 0 ? [`  nobody here has ${lacking.join(", ")}`] : [];
  return [texts.join("\n\n"), "", "  a number: cases that it has; ✓ has all; · has none", ...nobody].join("\n");
}

/** The cells of a column, all as long as the longest, and a gap. @param {string[]} cells */
function padded(cells) {
  const length = Math.max(...cells.map((cell) => cell.length)) + 2;
  return cells.map((cell) => cell.padEnd(length));
}

/** @param {Column} column */
function lackingOf(column) {
  const all = mostLacking(column);
  if (all.length === 0) return [];
  const shown = all.slice(0, LACKING).map(([what, cases]) => `${what} (${cases})`);
  const more = all.length > LACKING ? `, and ${all.length - LACKING} others; --html and --json have all` : "";
  return [`It lacks, with the number of cases: ${shown.join(", ")}${more}.`];
}

/** @param {Column} column */
function wrongOf({ subject, runtime, wrong }) {
  if (wrong.length === 0) return [];
  const shown = wrong.slice(0, SHOWN).map(({ id, detail, source }) => `  ${id}\n    ${detail}\n    by ${source}`);
  const more = wrong.length > SHOWN ? [`  and ${wrong.length - SHOWN} more; --json has all`] : [];
  return [[`WRONG in ${subject} in ${runtime}:`, ...shown, ...more].join("\n")];
}
