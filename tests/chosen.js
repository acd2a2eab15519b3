// The options of the commands that take longer than `npm test` may, and run all of something or some of it.

import { writeFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";

/** A mistake in the arguments. */
export class UsageError extends Error {}

/**
 * Runs a command of package.json; a mistake in its arguments is said, and is exit code 2.
 *
 * @param {string} name
 * @param {(args: string[]) => Promise<number>} work gives the exit code
 */
export async function answer(name, work) {
  try {
    process.exitCode = await work(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${name}: ${error.message}\nTry npm run ${name} -- --help.`);
    process.exitCode = 2;
  }
}

/**
 * What is chosen by `--only NAME,...` and `--json FILE`; `undefined` if only help was asked for.
 *
 * @param {string[]} args
 * @param {{ what: string, names: string[], usual: string[] }} known what one of them is, all of them, and those that
 *   run if none is named
 * @returns {{ only: string[], json: string | undefined } | undefined}
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
