// Which backend answers: an ordered list is the whole policy. What is not in it is forbidden, one name is required.

import { openNative } from "#platform";
import { wasmBackend } from "./backends/wasm.js";
import { integer, isArray } from "./check.js";
import { describe, failure } from "./error.js";
import { VERSION } from "./interface.js";
import { environment, runtime } from "./runtime.js";

/** @typedef {"napi" | "neon" | "wasm" | "cabi"} BackendName */

/**
 * A backend that can answer.
 *
 * @typedef {object} Backend
 * @property {BackendName} name
 * @property {string | null} file the binary, or `null` where it is part of the package's own code
 * @property {() => Proof} proof what the core itself says
 * @property {() => AsyncInfo} async where promises run
 * @property {(family: import("./families.js").Family, source?: import("./backends/wasm.js").WasmSource) => import("./load.js").Rows} rows
 * @property {(family: import("./families.js").Family, source?: import("./backends/wasm.js").WasmSource) => import("./later.js").Tasks} tasks
 */

/**
 * Where promises run: on the runtime's own pool of threads, in workers that Oxbridge starts, or, where neither can be
 * had, on the calling thread, which then turns between pieces of the work.
 *
 * @typedef {object} AsyncInfo
 * @property {"threads" | "workers" | "calling thread"} by
 * @property {string | null} reason why it is the calling thread
 */

/**
 * What the core itself says: nobody else could know.
 *
 * @typedef {object} Proof
 * @property {string | null} digest the digest of the interface table it was built from; `null` before the first call
 * @property {number} calls how many calls it answered in this process, those that read this number included
 */

/**
 * What answers, and why the others do not.
 *
 * @typedef {object} BackendInfo
 * @property {BackendName} name
 * @property {string} runtime the runtime and its version, such as `"node 24.19.0"`
 * @property {string | null} file the binary, or `null` where it is part of the package's own code
 * @property {string} version the version of Oxbridge
 * @property {string | null} digest the digest of the interface table, read back from the core; `null` before the first call
 * @property {number} calls how many calls the core answered in this process, read back from it; calls of several threads
 *   at the same instant may count as one
 * @property {AsyncInfo} async where promises run
 * @property {{ name: BackendName, reason: string }[]} others each other backend, and why it was not taken
 */

/** Every backend. */
export const BACKENDS = /** @type {const} */ (["napi", "neon", "wasm", "cabi"]);
/** The order in which backends are tried where nothing is said. @type {readonly BackendName[]} */
export const AUTO = ["napi", "wasm"];
/** The automatic orders where an override has put another backend into the place of napi. @type {readonly (readonly BackendName[])[]} */
const OVERRIDES = [
  ["neon", "wasm"],
  ["cabi", "wasm"],
];
const VARIABLE = "OXBRIDGE_BACKEND";
/** How the doctor is asked to examine the runtime that it is asked about. @type {Record<string, string | undefined>} */
const DOCTORS = {
  node: "npx oxbridge doctor",
  bun: "bunx --bun oxbridge doctor",
  deno: "deno run --allow-all npm:oxbridge doctor",
};
const LONGEST = 64; // names in a list; each backend once is enough

/**
 * What the search for a binary came by, also where it ended in an error.
 *
 * @typedef {object} Trail
 * @property {"OXBRIDGE_LIBRARY_PATH" | "packages"} [from] where it looked
 * @property {{ name: string, path: string, holds: string, version: string }[]} [slots] the slots that are installed: how
 *   each is asked for, its `manifest.json`, and the backend and the version which that says
 * @property {string} [slot] the slot that has the backend
 * @property {string} [package] the package with the binary for this platform
 * @property {string} [file] the binary
 */

/**
 * How it went to open a backend.
 *
 * @typedef {object} Attempt
 * @property {Backend} [backend]
 * @property {import("./obstacle.js").Obstacle} [error]
 * @property {Trail} trail what the search came by, also where it ended in an error
 */

/** @type {Map<BackendName, Attempt>} */
const attempts = new Map();
/** @type {{ backend: Backend, order: readonly BackendName[] } | undefined} */
let chosen;

/**
 * Opens a backend once; failures are remembered too.
 *
 * @param {BackendName} name
 */
export function attempt(name) {
  let result = attempts.get(name);
  if (result === undefined) {
    result = { trail: {} };
    try {
      result.backend = name === "wasm" ? wasmBackend() : { name, ...openNative(name, result.trail) };
    } catch (error) {
      result.error = /** @type {Error} */ (error);
    }
    attempts.set(name, result);
  }
  return result;
}

/**
 * The first backend of `order` that can be had.
 *
 * @param {readonly BackendName[]} order
 * @returns {Backend}
 */
export function firstOf(order) {
  for (const name of order) {
    const { backend } = attempt(name);
    if (backend) return backend;
  }
  const reasons = order.map((name) => `${name}: ${reasonOf(attempt(name).error)}`);
  const cause = attempt(order[0]).error;
  const place = runtime();
  const doctor = doctorFor(order);
  const more = doctor === undefined ? "" : ` (${doctor} says how to have one)`;
  const message = `no backend could be loaded in ${place}${more}; ${reasons.join("; ")}`;
  throw failure("ERR_BACKEND_UNAVAILABLE", "", message, { cause });
}

/**
 * How to ask the doctor why none of these can be had: not about a bundle, because it examines what is installed.
 *
 * @param {readonly BackendName[]} order
 */
function doctorFor(order) {
  if (order.some((name) => attempt(name).error?.kind === "bundled")) return undefined;
  const [place] = runtime().split(" ");
  // What npx runs knows nothing of the packages that Yarn has without node_modules.
  return place === "node" && process.versions.pnp !== undefined ? "yarn oxbridge doctor" : DOCTORS[place];
}

/** The backend of this process: chosen once, at the first call of any function that is not bound to another. */
export function processBackend() {
  if (chosen === undefined) {
    const order = orderOfEnvironment();
    chosen = { backend: firstOf(order), order };
  }
  return chosen;
}

/** The order that the environment asks for, or the automatic one. */
export function orderOfEnvironment() {
  const value = environment(VARIABLE)?.trim();
  if (value === undefined || value === "" || value === "auto") return automaticOrder();
  return checkOrder(
    value.split(",").map((name) => name.trim()),
    "oxbridge",
    VARIABLE,
  );
}

/** Napi, then wasm; or in the place of napi what an override has put there. */
function automaticOrder() {
  const { error, trail } = attempt("napi");
  const holds = error?.kind === "displaced" ? trail.slots?.[0]?.holds : undefined;
  return OVERRIDES.find(([name]) => name === holds) ?? AUTO;
}

/**
 * A list of known backends.
 *
 * @param {unknown} names
 * @param {string} where
 * @param {string} argument
 * @returns {readonly BackendName[]}
 */
export function checkOrder(names, where, argument) {
  const known = BACKENDS.map((name) => `"${name}"`).join(", ");
  const list = typeof names === "string" ? [names] : listOf(names, where, argument);
  if (list === undefined || list.length === 0 || list.some((name) => typeof name !== "string")) {
    const message = `${where}: ${argument} must be a backend or a list of them (${known}); got ${describe(names)}`;
    throw failure("ERR_INVALID_ARG_TYPE", argument, message);
  }
  for (const name of list) {
    if (!BACKENDS.includes(/** @type {BackendName} */ (name))) {
      const message = `${where}: ${argument} has ${describe(name)}, but knows only ${known}`;
      throw failure("ERR_INVALID_ARG_VALUE", argument, message);
    }
  }
  return /** @type {BackendName[]} */ (list);
}

/**
 * A copy of an array, each element read once: what is checked is what is used.
 *
 * @param {unknown} names
 * @param {string} where
 * @param {string} argument
 */
function listOf(names, where, argument) {
  if (!isArray(names)) return undefined;
  const length = integer(names.length, 0, LONGEST, where, `${argument}.length`);
  return Array.from({ length }, (_, i) => names[i]);
}

/**
 * Describes a choice.
 *
 * @param {Backend} backend
 * @param {readonly BackendName[]} order
 * @returns {BackendInfo}
 */
export function explain(backend, order) {
  const others = BACKENDS.filter((name) => name !== backend.name).map((name) => {
    if (name === "napi" && ruleOf(order) === "override") return { name, reason: reasonOf(attempt(name).error) };
    if (order.length === 1) return { name, reason: `only ${order[0]} was asked for` };
    if (!order.includes(name)) return { name, reason: `not in the order ${order.join(", ")}; it is taken when named` };
    if (order.indexOf(name) > order.indexOf(backend.name)) return { name, reason: `${backend.name} comes first` };
    return { name, reason: reasonOf(attempt(name).error) };
  });
  const { name, file } = backend;
  return { name, runtime: runtime(), file, version: VERSION, ...backend.proof(), async: backend.async(), others };
}

/**
 * What made an order, if it is the one of this process.
 *
 * @param {readonly BackendName[]} order
 * @returns {"automatic" | "override" | "OXBRIDGE_BACKEND"}
 */
export function ruleOf(order) {
  if (order === AUTO) return "automatic";
  return OVERRIDES.includes(order) ? "override" : VARIABLE;
}

/** @param {Error | undefined} error */
function reasonOf(error) {
  return error?.message ?? String(error);
}
