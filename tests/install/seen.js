// What the first program of a user must say.

import { deepStrictEqual } from "node:assert";
import { join } from "node:path";
import { ABC } from "../abc.js";
import { matches } from "../process/children.js";

/** @typedef {import("./project.js").Seen} Seen */
/** @typedef {import("../../js/src/choose.js").BackendName} BackendName */

/**
 * Throws unless this backend gave the right digest, by what the operating system says too, and says this of the others.
 *
 * @param {Seen} seen
 * @param {string} folder that of the project, in which the binary must be
 * @param {BackendName} name
 * @param {Partial<Record<BackendName, RegExp>>} [reasons]
 */
export function answered({ digest, binaries, backend }, folder, name, reasons = {}) {
  deepStrictEqual([digest, backend.error], [ABC, undefined]);
  deepStrictEqual([backend.name, binaries], [name, backend.file === null ? [] : [backend.file]]);
  deepStrictEqual(backend.file?.startsWith(join(folder, "/")), name === "wasm" ? undefined : true);
  for (const [other, reason] of Object.entries(reasons)) {
    matches(backend.others.find((one) => one.name === other)?.reason, reason, `the reason against ${other}`);
  }
}

/**
 * Throws unless nothing could answer, with this reason.
 *
 * @param {Seen} seen
 * @param {RegExp} reason
 */
export function refused({ digest, binaries, backend }, reason) {
  deepStrictEqual(binaries, []);
  for (const { error } of [/** @type {import("./project.js").Failure} */ (digest), backend]) {
    deepStrictEqual(error?.code, "ERR_BACKEND_UNAVAILABLE");
    matches(error?.message, reason, "the error");
  }
}
