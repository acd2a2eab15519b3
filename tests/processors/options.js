// The options of `npm run test:cpu`, and what `--help` says.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { LEVELS } from "./levels.js";

/** A mistake in the arguments. */
export class UsageError extends Error {}

/** Those that run if none is named. */
const USUAL = Object.keys(LEVELS).filter((name) => !LEVELS[name].asked);

const levels = Object.entries(LEVELS).map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`);

export const USAGE = `Usage: npm run test:cpu -- [OPTION]...

Runs the core's tests, and the whole suite on the backend napi in Node, on this processor and as on older ones, which
QEMU emulates. Each process says which features it sees, and every result must have the digest of tests/digests.txt.

  --only LEVEL,...  these levels (below); otherwise ${USUAL.join(", ")}
  --json FILE       write the results there
  --help            show this

Levels:
${levels.join("\n")}

Exit codes: 0 the bits are the same on every level; 1 they are not, or something failed; 2 an argument is wrong.
`;

/**
 * The options; `undefined` if only help was asked for.
 *
 * @param {string[]} args
 * @returns {{ only: string[], json: string | undefined } | undefined}
 */
export function readOptions(args) {
  const { help, json, only } = parsed(args);
  if (help) return undefined;
  const names = only === undefined ? USUAL : [...new Set(only.split(",").map((name) => name.trim()))];
  const unknown = names.filter((name) => !Object.hasOwn(LEVELS, name));
  if (unknown.length > 0) {
    const named = unknown.map((name) => JSON.stringify(name)).join(", ");
    throw new UsageError(`--only: there is no level ${named}; there is ${Object.keys(LEVELS).join(", ")}`);
  }
  if (json !== undefined) checkFile(json);
  return { only: names, json };
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
