// Binds the families to a backend: lazily, at the first call, so that importing Oxbridge does no work.

import { firstOf, processBackend } from "./choose.js";
import { functionsOf, makeApi, promisesOf } from "./families.js";

/**
 * The functions that cross to the core.
 *
 * @typedef {ReturnType<typeof import("./backends/cabi-calls.js").calls> & Properties} Rows
 */

/** @typedef {import("./families.js").Family} Family */
/** @typedef {import("./backends/wasm.js").WasmSource} WasmSource */

/**
 * What else a backend says of its rows.
 *
 * @typedef {object} Properties
 * @property {() => number} [instance] which instance answers: one that was replaced has taken its handles along
 * @property {boolean} [takesStrings] whether a short string may stand in the place of bytes that are read
 * @property {boolean} [takesViews] whether a row finds the bytes of a view by itself, and believes no property of it
 * @property {"always" | "once" | "never"} [givesText] when the text of a digest is as cheap as its bytes are: "once" is where
 *   one crossing takes the message and gives the digest, and not where a hasher gives it
 * @property {number} [piece] how many bytes cross best at once, where they are copied; long ones are cut in any case
 */

/**
 * One family, bound to the backend of this process.
 *
 * @template {Family} Name
 * @param {Name} family
 * @param {WasmSource} source
 * @returns {import("./families.js").Functions<Name>}
 */
export function bindFamily(family, source) {
  return /** @type {any} */ (functionsOf(family, () => processBackend().backend.rows(family, source)));
}

/**
 * The promises of one family, bound to the backend of this process.
 *
 * @param {Family} family
 * @param {WasmSource} source
 * @param {string | undefined} worker the program of a worker
 * @returns {any}
 */
export function bindPromises(family, source, worker) {
  const own = { glue: source.glue, module: source.module, worker };
  return promisesOf(family, () => processBackend().backend.tasks(family, own));
}

/**
 * The whole API, bound to one backend and no other.
 *
 * @param {import("./choose.js").BackendName} name
 * @param {Partial<Record<Family, WasmSource>>} [sources]
 */
export function bindApi(name, sources = {}) {
  const backend = () => firstOf([name]);
  return makeApi(
    (family) => backend().rows(family, sources[family]),
    (family) => backend().tasks(family, sources[family]),
  );
}
