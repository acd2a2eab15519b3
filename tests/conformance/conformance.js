// The command `conformance` as a function: reads its arguments, runs the subjects, shows the matrix, and decides.

import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { readOptions, UsageError, usage } from "./options.js";
import { pageOf } from "./page.js";
import { runPlaces } from "./places.js";
import { runtimesHere } from "./runtimes.js";
import { textOf } from "./text.js";

/** @typedef {import("./column.js").Column} Column */

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * Runs the command and returns its exit code.
 *
 * @param {string[]} args
 */
export async function conformance(args) {
  try {
    const options = await readOptions(args);
    if (options === undefined) {
      console.log(usage(await runtimesHere()));
      return 0;
    }
    const { subjects, runtimes, json, html } = options;
    const places = subjects.flatMap((subject) => runtimes.map((runtime) => ({ subject, runtime })));
    const columns = await runPlaces(places, progress);
    if (json !== undefined) {
      const results = { format: 1, version, date: new Date().toISOString(), columns };
      writeFileSync(json, `${JSON.stringify(results, null, 1)}\n`);
    }
    if (html !== undefined) writeFileSync(html, pageOf(columns, version));
    console.log(`Conformance to Oxbridge ${version}\n\n${textOf(columns, process.stdout.columns || undefined)}`);
    return exitCode(columns);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`conformance: ${error.message}\nTry conformance --help.`);
    return 2;
  }
}

/**
 * 2 if a subject could not be asked, 1 if one is wrong, or else 0. What one runtime lacks is no failure where another
 * one that was asked for has it.
 *
 * @param {Pick<Column, "subject" | "state" | "counts">[]} columns
 */
export function exitCode(columns) {
  const isThere = (/** @type {string} */ name) =>
    columns.some(({ subject, state }) => subject === name && state !== "unavailable");
  if (columns.some(({ subject, state }) => state === "unloadable" || !isThere(subject))) return 2;
  return columns.some(({ state, counts }) => state === "ended" || counts.wrong > 0) ? 1 : 0;
}

/**
 * Shows on a terminal what goes on; an empty text takes it away.
 *
 * @param {string} text
 */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns || 80) - 1)}`);
}
