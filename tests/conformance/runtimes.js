// The runtimes of this machine: the one that runs this, in the repository those of the suite, and those on the PATH.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/**
 * @typedef {object} Runtime
 * @property {string} id
 * @property {string} command
 * @property {string[]} args what comes before a script
 */

/** What comes before a script. @type {Record<string, string[]>} */
const ARGS = {
  node: ["--no-warnings"],
  bun: [],
  deno: ["run", "--quiet", "--no-prompt", "--allow-all"],
};

const scope = /** @type {any} */ (globalThis);
const OWN = scope.Bun ? "bun" : scope.Deno ? "deno" : "node";

/**
 * Every runtime by its name; the one that runs this is the first.
 *
 * @returns {Promise<Map<string, Runtime>>}
 */
export async function runtimesHere() {
  const found = new Map([[OWN, { id: OWN, command: process.execPath, args: ARGS[OWN] }]]);
  for (const runtime of [...Object.values((await ofRepository())?.RUNTIMES ?? {}), ...runtimesOnPath()]) {
    if (!found.has(runtime.id)) found.set(runtime.id, runtime);
  }
  return found;
}

/**
 * What only the repository has; `undefined` where the package is installed, or the runtimes are for another platform.
 *
 * @returns {Promise<{ RUNTIMES: Record<string, Runtime>, built: string } | undefined>}
 */
export async function ofRepository() {
  const file = new URL("repository.js", import.meta.url);
  if (!existsSync(file)) return undefined;
  return import(file.href).catch(() => undefined);
}

/** @returns {Runtime[]} */
function runtimesOnPath() {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env.PATH ?? "").split(delimiter);
  return Object.entries(ARGS).flatMap(([id, args]) => {
    const command = folders.map((folder) => join(folder, id + suffix)).find((file) => existsSync(file));
    return command === undefined ? [] : [{ id, command, args }];
  });
}

/** The name and version of the runtime that runs this, such as `"node 24.19.0"`. */
export function ownRuntime() {
  if (scope.Bun) return `bun ${scope.Bun.version}`;
  return scope.Deno ? `deno ${scope.Deno.version.deno}` : `node ${process.versions.node}`;
}
