// Runs `oxbridge hash` and a tool of coreutils on the same files, and compares what they print and how they end.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nativeFolder } from "../../js/build/native.js";
import { root } from "../../js/build/run.js";
import { temporaryFolder } from "../packages/installed.js";
import { same } from "../process/children.js";
import { execute, RUNTIMES } from "../runtimes.js";

/** @typedef {import("../runtimes.js").Runtime} Runtime */
/** @typedef {{ input?: string, env?: Record<string, string | undefined> }} Surroundings */

/** The command as a program of the repository. */
export const COMMAND = join(root, "js", "bin", "oxbridge.js");

/** The words of the tools in English; names in UTF-8. */
const ENVIRONMENT = { OXBRIDGE_LIBRARY_PATH: nativeFolder, OXBRIDGE_BACKEND: undefined, LC_ALL: "C.UTF-8" };

/** What every Node here does alike runs in the Node of the checks. @type {Runtime} */
export const host = { id: "node", command: process.execPath, args: ["--no-warnings"] };

/** Where each way to use the command is tried once. */
export const PLACES = [RUNTIMES.node20, RUNTIMES.node26, RUNTIMES.bun, RUNTIMES.deno];

/** Files with every kind of name, some that cannot be read, and no others. */
const FILES = [
  "plain",
  "a b",
  "back\\slash",
  "new\nline",
  "return\rhere",
  " first",
  "*star",
  "paren) = (",
  "zwölf",
  "-x",
];

/** @type {string | undefined} */
let made;

/** The folder in which all run. */
export function folder() {
  if (made !== undefined) return made;
  made = temporaryFolder();
  for (const name of FILES) writeFileSync(join(made, name), `what is in ${name}`);
  writeFileSync(join(made, "empty"), "");
  writeFileSync(
    join(made, "bytes"),
    Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251),
  );
  writeFileSync(join(made, "large"), new Uint8Array(12 * 1024 * 1024));
  mkdirSync(join(made, "folder"));
  symlinkSync("loop", join(made, "loop"));
  return made;
}

/**
 * Writes a list beside the files.
 *
 * @param {string} name
 * @param {string} text
 */
export const writeList = (name, text) => writeFileSync(join(folder(), name), text);

/**
 * What a tool prints of files, which must all be there.
 *
 * @param {string[]} words the tool and its arguments
 */
export const toolText = ([tool, ...args]) =>
  execFileSync(tool, args, { cwd: folder(), encoding: "utf8", env: { ...process.env, ...ENVIRONMENT } });

/**
 * How a tool ends.
 *
 * @param {string[]} words
 */
export const toolExit = ([tool, ...args]) => spawnSync(tool, args, { cwd: folder(), stdio: "ignore" }).status ?? -1;

/**
 * @param {string[]} args
 * @param {Surroundings & { runtime?: Runtime }} [options]
 */
export async function oxbridge(args, { runtime = host, input, env } = {}) {
  const all = [...runtime.args, COMMAND, "hash", ...args];
  const options = { cwd: folder(), input, env: { ...ENVIRONMENT, ...env }, timeout: 60_000 };
  const { code, stdout, stderr } = await execute(runtime.command, all, options);
  return { code, stdout, stderr };
}

/**
 * The command as words for a shell.
 *
 * @param {Runtime} runtime
 * @param {string} args
 */
export const shellWords = (runtime, args) =>
  [runtime.command, ...runtime.args, COMMAND].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ") +
  ` hash ${args}`;

/** @param {string} line @param {Surroundings} [surroundings] */
export async function shell(line, { env } = {}) {
  const options = { cwd: folder(), env: { ...ENVIRONMENT, ...env }, timeout: 60_000 };
  const { code, stdout, stderr } = await execute("sh", ["-c", line], options);
  return { code, stdout, stderr };
}

/**
 * What is said of names, without escapes: before version 9.2, coreutils escapes them there only if they have a newline.
 *
 * @param {string} text
 */
const withoutEscapes = (text) =>
  text.replace(/^\\(.*)$/gm, (_, line) =>
    line.replace(/\\[\\r]/g, (/** @type {string} */ two) => (two === "\\r" ? "\r" : "\\")),
  );

/**
 * Throws unless both print the same on both streams, but for the name of the program, and end with the same code.
 *
 * @param {string[]} words a tool and its arguments
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 */
export async function alike([tool, ...toolArgs], args, surroundings = {}) {
  const { input, env } = surroundings;
  const options = { cwd: folder(), input, env: { ...ENVIRONMENT, ...env } };
  const [theirs, ours] = await Promise.all([execute(tool, toolArgs, options), oxbridge(args, surroundings)]);
  const said = args.some((arg) => /^(?:-c|--check)/.test(arg)) ? withoutEscapes : String;
  const stderr = theirs.stderr.replaceAll(new RegExp(`^${tool}: `, "gm"), "oxbridge hash: ");
  const expected = { code: theirs.code, stdout: said(theirs.stdout), stderr };
  same(
    { ...ours, stdout: said(ours.stdout) },
    expected,
    `oxbridge hash ${args.join(" ")}, beside ${tool} ${toolArgs.join(" ")},`,
  );
}
