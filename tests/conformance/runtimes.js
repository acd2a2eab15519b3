// The runtimes of this machine: the one that runs this, in the repository those of the suite, those on the PATH, and a
// browser.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { onPath } from "../runners/on-path.js";
import { findChromium } from "../runners/site.js";

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

/**
 * The runtimes that start no script: the packages that drive them, which users install, and how the runtime itself is
 * had.
 *
 * @type {Record<string, { packages: string[], wayOut: string }>}
 */
const DRIVEN = {
  chromium: {
    packages: ["esbuild", "playwright-core"],
    wayOut: "install Chromium or Google Chrome, and have its folder on the PATH",
  },
  workerd: { packages: ["esbuild"], wayOut: "npm install --save-dev workerd" },
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
  const repository = await ofRepository();
  const driven = { chromium: findChromium(), workerd: findWorkerd() ?? repository?.workerd };
  for (const runtime of [...Object.values(repository?.RUNTIMES ?? {}), ...runtimesOnPath()]) {
    if (!found.has(runtime.id)) found.set(runtime.id, runtime);
  }
  for (const [id, command] of Object.entries(driven)) if (command) found.set(id, { id, command, args: [] });
  return found;
}

/**
 * Why a runtime cannot be used here, and the way out; `undefined` if nothing is known against it.
 *
 * @param {string} id
 * @param {Map<string, Runtime>} here
 */
export async function lackOf(id, here) {
  const driven = DRIVEN[id];
  if (driven === undefined) return undefined;
  if (!here.has(id)) return `${id} is not here: ${driven.wayOut}`;
  for (const name of driven.packages) {
    const isThere = await import(name).then(
      () => true,
      () => false,
    );
    if (!isThere) return `${id} needs the package ${name}: npm install --save-dev ${driven.packages.join(" ")}`;
  }
  return undefined;
}

/** The program of the package workerd, or the one on the PATH. */
function findWorkerd() {
  try {
    return /** @type {string} */ (createRequire(import.meta.url)("workerd").default);
  } catch {
    return onPath(["workerd"]);
  }
}

/**
 * What only the repository has; `undefined` where the package is installed, or the runtimes are for another platform.
 *
 * @returns {Promise<{ RUNTIMES: Record<string, Runtime>, workerd: string, built: string } | undefined>}
 */
export async function ofRepository() {
  const file = new URL("repository.js", import.meta.url);
  if (!existsSync(file)) return undefined;
  return import(file.href).catch(() => undefined);
}

/** @returns {Runtime[]} */
function runtimesOnPath() {
  return Object.entries(ARGS).flatMap(([id, args]) => {
    const command = onPath([id]);
    return command === undefined ? [] : [{ id, command, args }];
  });
}

/** The name and version of the runtime that runs this, such as `"node 24.19.0"`. */
export function ownRuntime() {
  if (scope.Bun) return `bun ${scope.Bun.version}`;
  return scope.Deno ? `deno ${scope.Deno.version.deno}` : `node ${process.versions.node}`;
}
