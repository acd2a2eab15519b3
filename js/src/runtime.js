// Which runtime this is, and how to read its environment without being asked for a permission.

const scope = /** @type {any} */ (globalThis);

/** The name and version of the runtime, such as `"node 24.19.0"`. */
export function runtime() {
  if (scope.Bun) return `bun ${scope.Bun.version}`;
  if (scope.Deno) return `deno ${scope.Deno.version.deno}`;
  const agent = scope.navigator?.userAgent ?? "";
  if (agent === "Cloudflare-Workers") return "workerd";
  if (scope.process?.versions?.node) return `node ${scope.process.versions.node}`;
  return agent ? `browser ${agent}` : "unknown";
}

/**
 * Whether a permission is there without asking for it; only Deno has any.
 * A permission that is granted in part counts, unless `descriptor` names what it is for.
 *
 * @param {object} descriptor such as `{ name: "read", path }`
 */
export function isPermitted(descriptor) {
  if (!scope.Deno) return true;
  const status = scope.Deno.permissions.querySync(descriptor);
  return status.state === "granted" || status.partial === true;
}

/**
 * An environment variable, or `undefined` where there is none or it may not be read.
 *
 * @param {string} variable
 * @returns {string | undefined}
 */
export function environment(variable) {
  if (scope.Deno) return isPermitted({ name: "env", variable }) ? scope.Deno.env.get(variable) : undefined;
  return scope.process?.env?.[variable];
}
