// What the doctor finds on this machine. Every reason is the error that the loader itself met: nothing here looks for a
// binary in a way of its own.

import { fileURLToPath } from "node:url";
import { loadSources } from "../../src/backends/wasm-sources.js";
import { attempt, BACKENDS, orderOfEnvironment, processBackend, ruleOf } from "../../src/choose.js";
import { NAMES } from "../../src/families.js";
import { findBinary } from "../../src/find.js";
import { VERSION } from "../../src/interface.js";
import { withKind } from "../../src/obstacle.js";
import { environment, isPermitted, runtime } from "../../src/runtime.js";
import { fixOf } from "./fix.js";
import { machine } from "./machine.js";
import { manager } from "./manager.js";
import { packageOf } from "./package-of.js";
import { reasonOf } from "./reason.js";

/** @typedef {import("../../src/choose.js").BackendName} BackendName */
/** @typedef {import("../../src/choose.js").Attempt} Attempt */
/** @typedef {import("../../src/choose.js").Trail} Trail */
/** @typedef {import("./manager.js").Manager} Manager */

/**
 * @typedef {object} Candidate
 * @property {BackendName} name
 * @property {boolean} usable whether it was opened, and is the one that this package was made with
 * @property {boolean} chosen
 * @property {"packages" | "OXBRIDGE_LIBRARY_PATH" | "oxbridge" | null} from where it was looked for
 * @property {string | null} package
 * @property {string | null} version that of the package
 * @property {string | null} file
 * @property {import("../../src/choose.js").AsyncInfo | null} async where promises run
 * @property {import("./reason.js").Reason | null} reason why it cannot be used
 * @property {import("./fix.js").Fix | null} fix
 */

/**
 * @typedef {object} Choice
 * @property {BackendName | null} backend
 * @property {"automatic" | "override" | "OXBRIDGE_BACKEND"} rule
 * @property {readonly BackendName[] | null} order
 * @property {import("./reason.js").Reason | null} error
 */

/** @typedef {{ name: string, package: string | null, version: string, holds: string }} Slot */

/** @typedef {Awaited<ReturnType<typeof reportOf>>} Report */

export async function reportOf() {
  const manages = manager();
  const choice = choose();
  /** @type {Candidate[]} */
  const backends = [];
  for (const name of BACKENDS) backends.push(describe(name, await opened(name), choice.backend === name, manages));
  const [name, version] = runtime().split(" ");
  return {
    ok: backends.some(({ chosen, usable }) => chosen && usable),
    version: VERSION,
    folder: fileURLToPath(new URL("../..", import.meta.url)),
    runtime: { name, version },
    platform: machine(),
    manager: manages,
    environment: variables(),
    slot: slotOf(attempt("napi").trail),
    choice,
    backends,
  };
}

/** What the next call of any function would take. @returns {Choice} */
function choose() {
  /** @type {readonly BackendName[] | null} */
  let order = null;
  try {
    order = orderOfEnvironment();
    return { backend: processBackend().backend.name, rule: ruleOf(order), order, error: null };
  } catch (error) {
    // Only the environment can ask for an order that makes no sense.
    const rule = order === null ? "OXBRIDGE_BACKEND" : ruleOf(order);
    return { backend: null, rule, order, error: reasonOf(error) };
  }
}

/**
 * The loader's own attempt; WebAssembly is started too, because the loader does that at the first call only.
 *
 * @param {BackendName} name
 * @returns {Promise<Attempt>}
 */
async function opened(name) {
  const result = attempt(name);
  if (result.error?.kind === "addons-off" && result.trail.from === undefined)
    return { ...result, trail: installed(name) };
  if (name !== "wasm" || result.backend === undefined) return result;
  try {
    const sources = await loadSources();
    for (const family of NAMES) result.backend.rows(family, sources[family]);
    return result;
  } catch (thrown) {
    const error = /** @type {import("../../src/obstacle.js").Obstacle} */ (thrown);
    return { trail: {}, error: error.kind ? error : withKind("cannot-open", error) };
  }
}

/**
 * What is installed of a backend that is switched off, and was not looked for.
 *
 * @param {BackendName} name
 */
function installed(name) {
  /** @type {Trail} */
  const trail = {};
  try {
    findBinary(/** @type {import("../../src/find.js").NativeName} */ (name), trail);
  } catch {
    // That it is switched off comes first.
  }
  return trail;
}

/**
 * @param {BackendName} name
 * @param {Attempt} result
 * @param {boolean} chosen
 * @param {Manager} manages
 * @returns {Candidate}
 */
function describe(name, result, chosen, manages) {
  const { backend, error, trail } = result;
  const isInside = name === "wasm";
  const file = trail.file ?? null;
  return {
    name,
    usable: backend !== undefined,
    chosen,
    from: isInside ? "oxbridge" : (trail.from ?? null),
    package: isInside ? "oxbridge" : (trail.package ?? trail.slot ?? null),
    version: isInside ? VERSION : versionOf(trail),
    file,
    async: backend?.async() ?? null,
    reason: error === undefined ? null : reasonOf(error),
    fix: error === undefined ? null : fixOf(name, result, manages),
  };
}

/**
 * The version of the package with the binary, or else of the slot that should lead to one.
 *
 * @param {Trail} trail
 */
function versionOf({ from, file, slot, slots = [] }) {
  if (from !== "packages") return null;
  if (file !== undefined) return packageOf(file).version;
  return slots.find(({ name }) => name === slot)?.version ?? null;
}

/**
 * The slot that an override may have filled with another backend.
 *
 * @param {Trail} trail
 * @returns {Slot | null}
 */
function slotOf({ slots = [] }) {
  const [slot] = slots;
  if (slot === undefined) return null;
  const { name, path, holds, version } = slot;
  return { name, package: packageOf(path).name, version, holds };
}

/** What the environment says of the choice, and which of it may not be read. */
function variables() {
  const names = /** @type {const} */ (["OXBRIDGE_BACKEND", "OXBRIDGE_LIBRARY_PATH"]);
  const [backend, path] = names.map((name) => environment(name) ?? null);
  const unreadable = names.filter((variable) => !isPermitted({ name: "env", variable }));
  return { OXBRIDGE_BACKEND: backend, OXBRIDGE_LIBRARY_PATH: path, unreadable };
}
