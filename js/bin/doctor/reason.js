// What stood in the way of a backend, as JSON has it: the error that the loader met, and no other.

/**
 * @typedef {object} Reason
 * @property {import("../../src/obstacle.js").ObstacleKind | "unknown"} kind
 * @property {string | null} code the code of the error, or else of its cause; Deno's errors have a name only
 * @property {string} message
 */

/**
 * @param {unknown} error
 * @returns {Reason}
 */
export function reasonOf(error) {
  const { kind, message, cause } = /** @type {import("../../src/obstacle.js").Obstacle} */ (error);
  return { kind: kind ?? "unknown", code: codeOf(error) ?? codeOf(cause), message: message ?? String(error) };
}

/** @param {unknown} error */
function codeOf(error) {
  const { code, name } = /** @type {{ code?: unknown, name?: unknown }} */ (error ?? {});
  if (typeof code === "string") return code;
  return name === "NotCapable" ? name : null;
}
