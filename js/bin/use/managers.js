// The package managers: their lockfiles, and how they install.

/** @typedef {"npm" | "pnpm" | "yarn" | "bun"} Manager */

/** @type {Record<Manager, { lockfiles: string[], install: string }>} */
export const MANAGERS = {
  npm: { lockfiles: ["package-lock.json", "npm-shrinkwrap.json"], install: "npm install" },
  pnpm: { lockfiles: ["pnpm-lock.yaml"], install: "pnpm install" },
  yarn: { lockfiles: ["yarn.lock"], install: "yarn install" },
  bun: { lockfiles: ["bun.lock", "bun.lockb"], install: "bun install" },
};

/**
 * A package manager by its name, if it is one of these.
 *
 * @param {string | undefined} name
 * @returns {Manager | undefined}
 */
export const managerOf = (name) =>
  name !== undefined && Object.hasOwn(MANAGERS, name) ? /** @type {Manager} */ (name) : undefined;
