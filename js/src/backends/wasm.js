// Reaches the core as WebAssembly: one module for each family, instantiated at the first call of that family.

import { failure } from "../error.js";
import { CODES, DIGEST } from "../interface.js";
import { obstacle, withKind } from "../obstacle.js";
import { inlineTasks } from "../tasks/inline.js";
import { infoOf, Pool } from "../tasks/pool.js";
import { workers } from "../tasks/worker.js";
import { whyNotCompiled } from "./policy.js";

/**
 * What wasm-bindgen generates for a module, and the module.
 *
 * @typedef {object} WasmSource
 * @property {any} glue
 * @property {() => object} module the compiled module, or its bytes
 * @property {string} [worker] the program of a worker with the module's glue; promises run on the calling thread without
 */

/** What the glue exports besides the rows. */
const NOT_ROWS = ["default", "initSync", "__wbg_reset_state"];

/**
 * So many bytes of a message or an image cross at once in a call: the core finds them in the cache where they were copied to,
 * which more would push out. And the memory of an instance never shrinks.
 */
const PIECE = 128 * 1024;

/** The rows of each module that was instantiated, by its glue. @type {Map<object, import("../load.js").Rows>} */
const live = new Map();

/** The workers of each module, by its glue. @type {Map<object, Pool>} */
const pools = new Map();

/** @returns {import("../choose.js").Backend} */
export function wasmBackend() {
  if (typeof WebAssembly !== "object") throw obstacle("no-webassembly", "this runtime has no WebAssembly");
  return {
    name: "wasm",
    file: null,
    proof,
    async: () => {
      const infos = [...pools.values()].map(({ info }) => info);
      return infos.find(({ by }) => by === "calling thread") ?? infoOf(workers().reason);
    },
    rows: (_family, source) => openWasm(/** @type {WasmSource} */ (source)),
    tasks: (_family, source) => wasmTasks(/** @type {WasmSource} */ (source)),
  };
}

/**
 * @param {WasmSource} source
 * @returns {import("../later.js").Tasks}
 */
function wasmTasks(source) {
  const rowsOf = () => openWasm(source);
  if (source.worker === undefined) return inlineTasks(rowsOf);
  let pool = pools.get(source.glue);
  if (pool === undefined) {
    pool = new Pool({ text: source.worker }, source.module, rowsOf);
    pools.set(source.glue, pool);
  }
  return pool.tasks;
}

/** @returns {import("../choose.js").Proof} */
function proof() {
  const rows = [...live.values()];
  let calls = rows.reduce((sum, row) => sum + Number(row.interface_calls()), 0);
  for (const pool of pools.values()) calls += pool.calls;
  return { digest: rows[0]?.interface_digest() ?? null, calls };
}

/**
 * Instantiates a module once, and guards its rows.
 *
 * @param {WasmSource} source
 * @returns {import("../load.js").Rows}
 */
export function openWasm({ glue, module }) {
  const known = live.get(glue);
  if (known) return known;
  try {
    glue.initSync({ module: module() });
  } catch (cause) {
    const message = `WebAssembly could not be started: ${whyNotCompiled(cause)}`;
    const isMissing = /** @type {any} */ (cause)?.code === "ENOENT"; // where it is a file
    throw withKind(
      isMissing ? "cut-off" : "no-webassembly",
      failure("ERR_BACKEND_UNAVAILABLE", "", message, { cause }),
    );
  }
  const names = Object.keys(glue).filter((name) => !NOT_ROWS.includes(name));
  /** @type {import("../load.js").Rows} */
  const rows = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, guard(glue, glue[name])])));
  rows.instance = () => instances.get(glue) ?? 0;
  rows.piece = PIECE;
  // A TextDecoder makes it. After one has, WebAssembly takes a fifth longer for about a millisecond, in Node 24 on an Ice Lake;
  // a long message would be digested in that time.
  rows.givesText = "once";
  const digest = rows.interface_digest();
  if (digest !== DIGEST) {
    const message = `the WebAssembly module has the interface ${digest}, but this package needs ${DIGEST}`;
    throw withKind("not-ours", failure("ERR_BACKEND_UNAVAILABLE", "", message));
  }
  live.set(glue, rows);
  return rows;
}

/** How often each instance was replaced, by its glue. @type {Map<object, number>} */
const instances = new Map();

/**
 * Replaces the instance after a trap: it may have stopped anywhere, so nothing in its memory can be trusted.
 * Errors of the core carry one of its codes; whatever else is thrown is a trap, a stack overflow, or memory that ran out.
 *
 * @param {any} glue
 * @param {Function} row
 */
function guard(glue, row) {
  return (/** @type {unknown[]} */ ...args) => {
    try {
      return row(...args);
    } catch (error) {
      const { code, message } = /** @type {{ code?: string, message?: string }} */ (error);
      if (code !== undefined && Object.hasOwn(CODES, code)) throw error;
      glue.__wbg_reset_state();
      instances.set(glue, (instances.get(glue) ?? 0) + 1);
      const text = `Oxbridge failed inside WebAssembly (${message}); this is a bug in Oxbridge, please report it`;
      throw failure("ERR_INTERNAL", "", `${text}; further calls are safe`, { cause: error });
    }
  };
}
