// The package managers whose overrides are known, and how they install.

/** @typedef {import("../managers.js").ManagerName} Manager */

/** @type {Record<Manager, { install: string }>} */
export const MANAGERS = {
  npm: { install: "npm install" },
  pnpm: { install: "pnpm install" },
  yarn: { install: "yarn install" },
  bun: { install: "bun install" },
  deno: { install: "deno install" },
};

/**
 * A package manager by its name, if it is one of these.
 *
 * @param {string | undefined} name
 * @returns {Manager | undefined}
 */
export const managerOf = (name) =>
  name !== undefined && Object.hasOwn(MANAGERS, name) ? /** @type {Manager} */ (name) : undefined;
