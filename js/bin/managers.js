// The package managers, and the lockfiles by which each is known.

import { existsSync } from "node:fs";
import { join } from "node:path";

/** In the order in which lockfiles are believed where nobody can be asked. */
const LOCKFILES = /** @type {const} */ ({
  pnpm: ["pnpm-lock.yaml"],
  yarn: ["yarn.lock"],
  bun: ["bun.lock", "bun.lockb"],
  npm: ["package-lock.json", "npm-shrinkwrap.json"],
  deno: ["deno.lock"],
});

/** @typedef {keyof typeof LOCKFILES} ManagerName */

/** Every package manager that is known. */
export const MANAGER_NAMES = /** @type {ManagerName[]} */ (Object.keys(LOCKFILES));

/**
 * @param {string | undefined} name
 * @returns {name is ManagerName}
 */
export const isManager = (name) => MANAGER_NAMES.some((known) => known === name);

/**
 * The name of the lockfile that a package manager has in a folder.
 *
 * @param {ManagerName} manager
 * @param {string} folder
 */
export const lockfileIn = (manager, folder) => LOCKFILES[manager].find((name) => exists(join(folder, name)));

/**
 * Whether there is such a file. Node that may not look there throws, and then it is as if it were not there.
 *
 * @param {string} path
 */
export function exists(path) {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
}
