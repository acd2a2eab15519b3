// Why a backend cannot be had: an error whose message says it to a person, and whose kind says it to a program, because
// the way out depends on the kind.

/**
 * What stands in the way:
 * - `not-installed`: no package has this backend
 * - `displaced`: the slot `@oxbridge/native` holds another backend
 * - `bad-slot`: what a slot says of itself cannot be read, or makes no sense
 * - `other-version`: the slot has another version than this package
 * - `no-platform`: the slot has no binary for this platform
 * - `no-binary`: the package with the binary for this platform is not there
 * - `cut-off`: the binary ends before it should, or the file with WebAssembly is not there
 * - `no-file`: `OXBRIDGE_LIBRARY_PATH` leads nowhere
 * - `not-permitted`: the runtime was started without the permission
 * - `addons-off`: the runtime was started without addons
 * - `bundled`: the program was bundled without a way to them
 * - `no-koffi`: this version of Node calls C through koffi, which is not installed
 * - `cannot-open`: the system or the runtime refuses the file
 * - `not-ours`: the file is another one than this package was made with
 * - `no-native`: this is no place for native code
 * - `no-webassembly`: the runtime has no WebAssembly, or cannot start it
 *
 * @typedef {"not-installed" | "displaced" | "bad-slot" | "other-version" | "no-platform" | "no-binary" | "cut-off" |
 *   "no-file" | "not-permitted" | "addons-off" | "bundled" | "no-koffi" | "cannot-open" | "not-ours" | "no-native" |
 *   "no-webassembly"} ObstacleKind
 */

/** @typedef {Error & { kind?: ObstacleKind, code?: string }} Obstacle */

/**
 * @template {Error} E
 * @param {ObstacleKind} kind
 * @param {E} error
 * @returns {E & { kind: ObstacleKind }}
 */
export function withKind(kind, error) {
  return Object.assign(error, { kind });
}

/**
 * @param {ObstacleKind} kind
 * @param {string} message
 * @param {{ cause?: unknown }} [options]
 */
export function obstacle(kind, message, options) {
  return withKind(kind, new Error(message, options));
}

/**
 * The error for a binary that the system or the runtime refuses to open; its own message may not say which one.
 *
 * @param {string} file
 * @param {unknown} cause
 */
export function cannotOpen(file, cause) {
  const [reason] = String(/** @type {Error} */ (cause).message).split("\n");
  return obstacle(kindOf(cause), `${file} cannot be opened: ${reason}`, { cause });
}

/**
 * What a runtime's own error means. Deno's `NotCapable` has no code.
 *
 * @param {unknown} error
 * @returns {ObstacleKind}
 */
export function kindOf(error) {
  const { code, name } = /** @type {{ code?: string, name?: string }} */ (error);
  if (code === "ERR_ACCESS_DENIED" || name === "NotCapable") return "not-permitted";
  return code === "ERR_DLOPEN_DISABLED" ? "addons-off" : "cannot-open";
}
