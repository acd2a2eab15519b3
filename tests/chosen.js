// What the commands have in common that take longer than `npm test` may, and run all of something or some of it: their
// options, and how they end.

import { writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { Report } from "./report.js";

/** A mistake in the arguments. */
export class UsageError extends Error {}

/** @typedef {{ only: string[], json: string | undefined }} Chosen */

/**
 * Runs a command of package.json; a mistake in its arguments is said, and is exit code 2.
 *
 * @param {string} name
 * @param {{ USAGE: string, readOptions: (args: string[]) => Chosen | undefined }} options
 * @param {(report: Report, only: string[]) => Promise<object | undefined>} work gives the results, for a program to
 *   read; nothing if it could not begin
 */
export async function answer(name, options, work) {
  try {
    process.exitCode = await run(options, work);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${name}: ${error.message}\nTry npm run ${name} -- --help.`);
    process.exitCode = 2;
  }
}

/** @type {(options: Parameters<typeof answer>[1], work: Parameters<typeof answer>[2]) => Promise<number>} */
async function run({ USAGE, readOptions }, work) {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    console.log(USAGE);
    return 0;
  }
  const report = new Report();
  const results = await work(report, options.only);
  if (results !== undefined && options.json !== undefined) {
    const all = { format: 1, date: new Date().toISOString(), ...results, failures: report.failures };
    writeFileSync(options.json, `${JSON.stringify(all, null, 1)}\n`);
  }
  return report.finish();
}

/**
 * What is chosen by `--only NAME,...` and `--json FILE`; `undefined` if only help was asked for.
 *
 * @param {string[]} args
 * @param {{ what: string, names: string[], usual: string[] }} known what one of them is, all of them, and those that
 *   run if none is named
 * @returns {Chosen | undefined}
 */
export function readChoice(args, { what, names, usual }) {
  const { help, json, only } = parsed(args);
  if (help) return undefined;
  const chosen = only === undefined ? usual : [...new Set(only.split(",").map((name) => name.trim()))];
  const unknown = chosen.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const named = unknown.map((name) => JSON.stringify(name)).join(", ");
    throw new UsageError(`--only: there is no ${what} ${named}; there is ${names.join(", ")}`);
  }
  if (json !== undefined) checkFile(json);
  return { only: chosen, json };
}

/** @param {string[]} args */
function parsed(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const options = /** @type {const} */ ({ only: text, json: text, help: { type: "boolean", short: "h" } });
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message, { cause: error });
  }
}

/**
 * Makes the file, so that a long run does not end with one that cannot be written.
 *
 * @param {string} file
 */
function checkFile(file) {
  try {
    writeFileSync(file, "");
  } catch (cause) {
    const { message } = /** @type {Error} */ (cause);
    throw new UsageError(`--json: ${JSON.stringify(file)} cannot be written: ${message}`, { cause });
  }
}
