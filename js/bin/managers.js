// The lockfiles by which a package manager is known.

/** In the order in which they are believed where nobody can be asked. */
export const LOCKFILES = /** @type {const} */ ({
  pnpm: ["pnpm-lock.yaml"],
  yarn: ["yarn.lock"],
  bun: ["bun.lock", "bun.lockb"],
  npm: ["package-lock.json", "npm-shrinkwrap.json"],
  deno: ["deno.lock"],
});
