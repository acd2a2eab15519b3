// The options of the command `conformance`, and what `--help` says.

import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { inside } from "../subjects/inside.js";
import { SUBJECTS } from "../subjects/list.js";
import { lackOf, runtimesHere } from "./runtimes.js";

/** @typedef {import("./runtimes.js").Runtime} Runtime */

/** A mistake in the arguments. */
export class UsageError extends Error {}

const names = Object.keys(SUBJECTS);

/** @param {Map<string, Runtime>} runtimes */
export const usage = (runtimes) => `Usage: conformance --subject NAME,... [OPTION]...

Puts implementations through the conformance suite of Oxbridge, and shows in a matrix what each has, what it lacks, and
what it gets wrong. Cases about errors, memory, cancelling and hostile arguments are left out: in those, others have
ways of their own.

  --subject NAME,...  ${names.slice(0, 6).join(", ")},
                      ${names.slice(6).join(", ")},
                      or the path of a module that exports functions as the package oxbridge does
  --runtime NAME,...  where they run: node, bun, deno, chromium, workerd; otherwise in the runtime that runs this.
                      Here are: ${[...runtimes.keys()].join(", ")}
  --json FILE         write the results there
  --html FILE         write the matrix there, as one page
  --help              show this

A function, an algorithm or an option that a subject does not have is lacking, which is not wrong. A module of your own
shows that by not exporting the function, by an error whose name is "Lacks", or by the error of Oxbridge for an
algorithm or an option that is not known.

For chromium and workerd, subject and cases are bundled by the package esbuild, and chromium is driven by the package
playwright-core; both are yours to install, and so is the package workerd.

Exit codes: 0 nothing is wrong; 1 something is wrong, or a subject ended its process; 2 an argument is wrong, a subject
cannot be loaded, or none of the runtimes has it.`;

/**
 * @typedef {object} Options
 * @property {{ name: string, address?: string }[]} subjects those that are modules have an address
 * @property {Runtime[]} runtimes
 * @property {string} [json]
 * @property {string} [html]
 */

/**
 * The options; `undefined` if only help was asked for.
 *
 * @param {string[]} args
 * @returns {Promise<Options | undefined>}
 */
export async function readOptions(args) {
  const values = parsed(args);
  if (values.help) return undefined;
  if (values.subject === undefined) throw new UsageError("--subject is missing: it says what is put through the suite");
  const here = await runtimesHere();
  const subjects = await Promise.all(listOf(values.subject).map(subjectOf));
  const [first] = here.keys();
  const runtimes = await Promise.all(listOf(values.runtime ?? first).map((name) => runtimeOf(name, here)));
  for (const option of /** @type {const} */ (["json", "html"])) checkFile(option, values[option]);
  return { subjects, runtimes, json: values.json, html: values.html };
}

/** @param {string[]} args */
function parsed(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const options = /** @type {const} */ ({
    subject: text,
    runtime: text,
    json: text,
    html: text,
    help: { type: "boolean", short: "h" },
  });
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message, { cause: error });
  }
}

/** The names of a list, each once. @param {string} text */
const listOf = (text) => [...new Set(text.split(",").map((name) => name.trim()))];

/** @param {string} name */
async function subjectOf(name) {
  if (Object.hasOwn(SUBJECTS, name)) return { name };
  const file = resolve(name);
  if (name !== "" && existsSync(file)) return { name, address: pathToFileURL(file).href };
  const hint = await didYouMean(name, names);
  throw new UsageError(`--subject: there is no subject ${JSON.stringify(name)}, and no file ${file}; ${hint}`);
}

/**
 * @param {string} name
 * @param {Map<string, Runtime>} here
 */
async function runtimeOf(name, here) {
  const lack = await lackOf(name, here);
  if (lack !== undefined) throw new UsageError(`--runtime: ${lack}`);
  const runtime = here.get(name);
  if (runtime !== undefined) return runtime;
  const hint = await didYouMean(name, [...here.keys()]);
  throw new UsageError(`--runtime: there is no ${JSON.stringify(name)} here; ${hint}`);
}

/**
 * @param {string} name
 * @param {string[]} known
 */
async function didYouMean(name, known) {
  const { nearest } = await inside("nearest.js");
  const near = nearest(name, known);
  return near.length > 0 ? `did you mean ${near.join(" or ")}?` : `there is ${known.join(", ")}`;
}

/**
 * Makes the file, so that a long run does not end with one that cannot be written.
 *
 * @param {string} option
 * @param {string | undefined} file
 */
function checkFile(option, file) {
  if (file === undefined) return;
  try {
    writeFileSync(file, "");
  } catch (cause) {
    const { message } = /** @type {Error} */ (cause);
    throw new UsageError(`--${option}: ${JSON.stringify(file)} cannot be written: ${message}`, { cause });
  }
}
