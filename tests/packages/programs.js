// Runs the probe in an installed program, and says what it must print.

import { deepStrictEqual } from "node:assert";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hostPlatform } from "../../js/build/platforms.js";
import { fileName } from "../../js/src/find.js";
import { ABC } from "../abc.js";
import { matches } from "../process/children.js";
import { RUNTIMES, runScript } from "../runtimes.js";

/** @typedef {import("./installed.js").Installed} Installed */
/** @typedef {import("../runtimes.js").Runtime} Runtime */
/** @typedef {import("../../js/src/choose.js").BackendName} BackendName */

/** @type {Runtime} */
const host = { id: `node ${process.versions.node}`, command: process.execPath, args: ["--no-warnings"] };

/** Where the packages are tried: the Node that runs the checks, the newest one, Bun and Deno. */
export const PLACES = [host, RUNTIMES.node26, RUNTIMES.bun, RUNTIMES.deno];

/** Every backend. */
export const NAMES = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);

const sha256 = (/** @type {string | Uint8Array} */ data) => createHash("sha256").update(data).digest();

/** What every function answers, by other means than ours. */
const ANSWERS = {
  add: 0.1 + 0.2,
  fibonacci: "12200160415121876738",
  sha256: ABC,
  hash: [...sha256("abc")],
  bulkHash: ["one", "zwölf", new Uint8Array([1, 2])].map((item) => sha256(item).toString("hex")),
  invertColors: [255, 128, 0],
};

const { add: _add, fibonacci: _fibonacci, ...TWINS } = ANSWERS;
const hashFile = sha256(readFileSync(join(import.meta.dirname, "mapped.js"))).toString("hex");
/** And as promises. */
const PROMISED = { ...TWINS, hashStream: ABC, hashFile };

/**
 * @typedef {object} Seen what the probe prints
 * @property {{ error: Failure } | typeof ANSWERS} answers
 * @property {{ error: Failure } | string} hasher
 * @property {{ error: Failure } | typeof PROMISED} promised
 * @property {string[]} binaries
 * @property {import("../../js/src/choose.js").BackendInfo & { error?: Failure }} backend
 */

/** @typedef {{ name: string, code?: string, message: string }} Failure */

/**
 * Runs the probe; a process that is killed or ends badly is an error.
 *
 * @param {Runtime} runtime
 * @param {Installed} installed
 * @param {string} entry
 * @param {string} [wanted] the value of `OXBRIDGE_BACKEND`
 * @returns {Promise<Seen>}
 */
export async function probe(runtime, { folder, env }, entry, wanted) {
  const environment = { ...env, OXBRIDGE_BACKEND: wanted };
  const { stdout } = await runScript(runtime, ["probe.js", entry], { cwd: folder, env: environment });
  return JSON.parse(stdout);
}

/**
 * The binary of a backend in an installed program; WebAssembly has none.
 *
 * @param {Installed} installed
 * @param {BackendName} name
 */
export function binaryOf({ folder }, name) {
  if (name === "wasm") return null;
  return join(folder, "node_modules", "@oxbridge", `${name}-${hostPlatform().name}`, fileName(name));
}

/**
 * Throws unless every answer is right and came from one backend, by what the operating system says.
 *
 * @param {Seen} seen
 * @param {Installed} installed
 * @param {BackendName} name
 */
export function answeredBy(seen, installed, name) {
  const binary = binaryOf(installed, name);
  deepStrictEqual([seen.answers, seen.hasher, seen.promised], [ANSWERS, ABC, PROMISED]);
  deepStrictEqual(seen.binaries, binary === null ? [] : [binary]);
}

/**
 * Throws unless `backend()` names this backend, its file, and the reasons of the others.
 *
 * @param {Seen} seen
 * @param {Installed} installed
 * @param {BackendName} name
 * @param {Partial<Record<BackendName, RegExp>>} [reasons]
 */
export function chose(seen, installed, name, reasons = {}) {
  const { error, file, others } = seen.backend;
  if (error) throw new Error(error.message);
  deepStrictEqual([seen.backend.name, file], [name, binaryOf(installed, name)]);
  deepStrictEqual(
    others.map((other) => other.name),
    NAMES.filter((other) => other !== name),
  );
  for (const { name: other, reason } of others) matches(reason, reasons[other] ?? /./, `the reason against ${other}`);
}

/**
 * Throws unless a program that may use only this backend was refused with the true reason, and opened no binary.
 *
 * @param {Seen} seen
 * @param {RegExp} reason
 * @param {string[]} [binaries] those that had to be opened to be refused
 */
export function refused(seen, reason, binaries = []) {
  for (const part of [seen.answers, seen.hasher, seen.promised, seen.backend]) {
    const { error } = /** @type {{ error?: Failure }} */ (part);
    deepStrictEqual([error?.name, error?.code], ["Error", "ERR_BACKEND_UNAVAILABLE"]);
    matches(error?.message, reason, "the error");
  }
  deepStrictEqual(seen.binaries, binaries);
}
