// The options of the benchmark, and what `--help` says.

import { parseArgs } from "node:util";
import { GROUPS } from "./groups.js";

/** A mistake in the arguments. */
export class UsageError extends Error {}

const groups = Object.entries(GROUPS).map(([name, { what }]) => `  ${name.padEnd(12)} ${what}`);

export const USAGE = `Usage: oxbridge bench [OPTION]...

Measures the Oxbridge that is installed here, beside what the runtimes have built in.
Writes results.json and index.html to the folder bench, and prints a report.

  --only NAME,...       measure these only (below)
  --break-even          the same as --only break-even
  --runtimes NAME,...   such as node24,bun,deno; otherwise this one and what is on the PATH
  --out FOLDER          write there instead of to bench
  --json                print results.json instead of the report
  --check               end with 1 if a target is missed
  --anyway              measure although the machine is busy, and say so in the report
  --quick               measure so little that no figure means anything, to see that all runs
  --help                show this

What there is to measure:
${groups.join("\n")}

Exit codes: 0 done; 1 a target was missed, with --check, or a candidate gave a wrong result; 2 nothing was measured,
because an argument is wrong or the machine is busy.
`;

/**
 * @typedef {object} Options
 * @property {string[]} only names of groups
 * @property {string[] | undefined} runtimes
 * @property {string} out
 * @property {boolean} json
 * @property {boolean} check
 * @property {boolean} anyway
 * @property {boolean} quick
 * @property {boolean} help
 */

/**
 * @param {string[]} args
 * @returns {Options}
 */
export function readOptions(args) {
  const flag = /** @type {const} */ ({ type: "boolean", default: false });
  const text = /** @type {const} */ ({ type: "string" });
  const options = {
    json: flag,
    check: flag,
    anyway: flag,
    quick: flag,
    help: flag,
    "break-even": flag,
    only: text,
    runtimes: text,
    out: text,
  };
  const { values } = parsed(args, options);
  const names = values["break-even"] ? "break-even" : values.only;
  const only = names === undefined ? Object.keys(GROUPS) : names.split(",");
  const unknown = only.filter((name) => !Object.hasOwn(GROUPS, name));
  if (unknown.length > 0) {
    throw new UsageError(`there is no ${unknown.join(", ")} to measure; there is ${Object.keys(GROUPS).join(", ")}`);
  }
  if (values["break-even"] && values.only !== undefined)
    throw new UsageError("--break-even and --only exclude each other");
  const { json, check, anyway, quick, help, out = "bench" } = values;
  return { only, runtimes: values.runtimes?.split(","), out, json, check, anyway, quick, help };
}

/**
 * @template {import("node:util").ParseArgsConfig["options"]} O
 * @param {string[]} args
 * @param {O} options
 */
function parsed(args, options) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false });
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message, { cause: error });
  }
}
