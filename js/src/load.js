// Binds the families to a backend: lazily, at the first call, so that importing Oxbridge does no work.

import { firstOf, processBackend } from "./choose.js";
import { functionsOf, makeApi, promisesOf } from "./families.js";
import { ROWS } from "./interface.js";

/**
 * The functions that cross to the core, and which instance of it answers: one that was replaced has taken its handles
 * along.
 *
 * @typedef {ReturnType<typeof import("./backends/cabi-calls.js").calls> & { instance?: () => number }} Rows
 */

/** @typedef {import("./families.js").Family} Family */
/** @typedef {import("./backends/wasm.js").WasmSource} WasmSource */

/**
 * The rows of a family. Each is at first a function that opens the backend, puts the real rows in place, and calls again.
 *
 * @param {Family} family
 * @param {() => Rows} open
 * @returns {Rows}
 */
function lazyRows(family, open) {
  const names = Object.keys({ ...ROWS.meta, ...ROWS[family] });
  /** @type {Record<string, Function>} */
  const rows = {};
  for (const name of names) {
    rows[name] = (/** @type {unknown[]} */ ...args) => {
      const opened = /** @type {Record<string, Function>} */ (open());
      for (const row of names) rows[row] = opened[row];
      rows.instance = opened.instance;
      return rows[name](...args);
    };
  }
  return /** @type {any} */ (rows);
}

/**
 * One family, bound to the backend of this process.
 *
 * @template {Family} Name
 * @param {Name} family
 * @param {WasmSource} source
 * @returns {import("./families.js").Functions<Name>}
 */
export function bindFamily(family, source) {
  const rows = lazyRows(family, () => processBackend().backend.rows(family, source));
  return /** @type {any} */ (functionsOf(family, rows));
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
    (family) => lazyRows(family, () => backend().rows(family, sources[family])),
    (family) => backend().tasks(family, sources[family]),
  );
}
