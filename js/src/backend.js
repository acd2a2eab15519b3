// `oxbridge/backend`: which backend answers, and how to have another one.

import { loadSources, streamSources } from "./backends/wasm-sources.js";
import { options as checkOptions } from "./check.js";
import { checkOrder, explain, firstOf, processBackend } from "./choose.js";
import { makeApi, NAMES } from "./families.js";

export { configure } from "./tasks/pool.js";

/** @typedef {import("./choose.js").BackendInfo} BackendInfo */
/** @typedef {import("./choose.js").BackendName} BackendName */

/**
 * Says which backend answers in this process, and why not the others. Chooses it if nothing was called yet.
 *
 * @returns {BackendInfo}
 * @throws {Error} `ERR_BACKEND_UNAVAILABLE` if none can be loaded; the message has the reason for each
 * @throws {TypeError} `ERR_INVALID_ARG_VALUE` if the environment variable `OXBRIDGE_BACKEND` names an unknown one
 * @example <caption>Ask which backend is live</caption>
 * backend().name; // "napi"
 */
export function backend() {
  const { backend, order } = processBackend();
  return explain(backend, order);
}

/**
 * Loads the first backend of a list that can be had, whatever the rest of the process uses.
 * Several can be live side by side.
 *
 * @param {BackendName | readonly BackendName[]} names one backend, or several in the order of preference
 * @param {{ url?: string | URL }} [options] `url`: for `"wasm"`, the folder that serves `math.wasm`, `hash.wasm`, ...;
 *   they are then compiled while they arrive, instead of from the copy inside the package
 * @returns {Promise<import("./families.js").Api & { backend: () => BackendInfo }>} the whole API, bound to that backend
 * @throws {Error} `ERR_BACKEND_UNAVAILABLE` if none of them can be loaded; the message has the reason for each
 * @throws {TypeError} `ERR_INVALID_ARG_TYPE` or `ERR_INVALID_ARG_VALUE` for names or options that are not known
 * @example <caption>Compare two backends</caption>
 * const [napi, wasm] = await Promise.all([load("napi"), load("wasm")]);
 * napi.sha256("abc") === wasm.sha256("abc"); // true
 */
export async function load(names, options) {
  const order = checkOrder(names, "load", "names");
  const { url } = checkOptions(options, ["url"], "load");
  const backend = firstOf(order);
  const sources = backend.name === "wasm" ? await (url === undefined ? loadSources() : streamSources(url)) : undefined;
  const rows = new Map(NAMES.map((family) => [family, backend.rows(family, sources?.[family])]));
  const api = makeApi(
    (family) => /** @type {import("./load.js").Rows} */ (rows.get(family)),
    (family) => backend.tasks(family, sources?.[family]),
  );
  return Object.assign(api, { backend: () => explain(backend, order) });
}
