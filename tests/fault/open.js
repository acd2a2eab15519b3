// Opens a backend with the rows that fail on purpose: its rows, and how it works off the thread.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddon } from "../../js/src/backends/addon.js";
import { openLibrary } from "../../js/src/backends/cabi.js";
import { openWasm } from "../../js/src/backends/wasm.js";
import { fileName } from "../../js/src/find.js";
import { Pool } from "../../js/src/tasks/pool.js";
import { threadTasks } from "../../js/src/tasks/threads.js";
import { faultCalls } from "./cabi-calls.js";

/** @typedef {"napi" | "neon" | "cabi" | "wasm"} Name */
/** @typedef {{ rows: any, tasks: import("../../js/src/later.js").Tasks, info: import("../../js/src/choose.js").AsyncInfo }} Faulty */

/**
 * @param {Name} name
 * @param {string} folder a build with these rows
 * @returns {Promise<Faulty>}
 */
export async function openFaulty(name, folder) {
  if (name === "cabi") return openFaultyLibrary(join(folder, fileName("cabi")));
  if (name === "wasm") return openFaultyWasm(folder);
  const rows = openAddon(name, join(folder, fileName(name)));
  return { rows, tasks: threadTasks(rows, rows.promises), info: { by: "threads", reason: null } };
}

/**
 * @param {string} file
 * @returns {Faulty}
 */
function openFaultyLibrary(file) {
  const rows = openLibrary(file, /** @type {any} */ (faultCalls));
  const program = new URL("cabi-worker.js", import.meta.url);
  return inPool(
    rows,
    new Pool(
      { file: program },
      () => file,
      () => rows,
    ),
  );
}

/**
 * @param {string} folder
 * @returns {Promise<Faulty>}
 */
async function openFaultyWasm(folder) {
  const [glue, { worker }] = await Promise.all([
    import(`${folder}/fault.glue.js`),
    import(`${folder}/fault.worker.js`),
  ]);
  const module = () => new Uint8Array(readFileSync(join(folder, "fault.wasm")));
  const rows = openWasm({ glue, module });
  return inPool(rows, new Pool({ text: worker }, module, () => rows));
}

/**
 * @param {any} rows
 * @param {Pool} pool
 * @returns {Faulty}
 */
const inPool = (rows, pool) => ({
  rows,
  tasks: pool.tasks,
  get info() {
    return pool.info;
  },
});
