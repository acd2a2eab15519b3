// The package managers whose overrides are known, and how they install.

import { LOCKFILES } from "../managers.js";

/** @typedef {"npm" | "pnpm" | "yarn" | "bun"} Manager */

/** @type {Record<Manager, { lockfiles: readonly string[], install: string }>} */
export const MANAGERS = {
  npm: { lockfiles: LOCKFILES.npm, install: "npm install" },
  pnpm: { lockfiles: LOCKFILES.pnpm, install: "pnpm install" },
  yarn: { lockfiles: LOCKFILES.yarn, install: "yarn install" },
  bun: { lockfiles: LOCKFILES.bun, install: "bun install" },
};

/**
 * A package manager by its name, if it is one of these.
 *
 * @param {string | undefined} name
 * @returns {Manager | undefined}
 */
export const managerOf = (name) =>
  name !== undefined && Object.hasOwn(MANAGERS, name) ? /** @type {Manager} */ (name) : undefined;
