// Checks the types that the JSDoc of `js/src` states, and writes the declarations that users see: into `js/types`, or where
// they are packed.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "./run.js";

const js = join(root, "js");
const compiler = join(root, "node_modules", "typescript", "bin", "tsc");

/**
 * Runs the TypeScript compiler and returns what it prints; a type error throws, and the message has all of them.
 *
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function tsc(args, cwd = root) {
  try {
    return execFileSync(process.execPath, [compiler, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    throw new Error(`the types do not fit\n${stdout}${stderr}`, { cause: error });
  }
}

/**
 * Checks `js/src` and writes the declarations; the WebAssembly modules must be built before.
 *
 * @param {string} [types] the folder `types` of a package, which is emptied first
 */
export function buildTypes(types = join(js, "types")) {
  rmSync(types, { recursive: true, force: true });
  tsc(["-p", join(js, "tsconfig.json"), "--outDir", types]);
  removePrivate(types);
}

/**
 * Keeps the declarations that can be reached from those that `js/package.json` names, and removes the others.
 *
 * @param {string} types
 */
function removePrivate(types) {
  /** @type {Record<string, { types?: string }>} */
  const entries = JSON.parse(readFileSync(join(js, "package.json"), "utf8")).exports;
  const named = Object.values(entries).flatMap((entry) => (entry.types ? [join(dirname(types), entry.types)] : []));
  // As a program for browsers would compile them: they must not need the declarations of Node.
  const options = ["--noEmit", "--listFiles", "--strict", "--module", "nodenext", "--lib", "es2023,dom"];
  const listed = tsc([...options, "--ignoreConfig", ...new Set(named)], js);
  const reached = new Set(listed.split(/\r?\n/).map((file) => relative(types, file)));
  for (const file of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(types, file);
    if (!reached.has(file)) rmSync(path);
    // Editors would show this tag as if it said something.
    else writeFileSync(path, readFileSync(path, "utf8").replace(/^ *\* @overload\n/gm, ""));
  }
}

if (process.argv[1] === import.meta.filename) buildTypes();
