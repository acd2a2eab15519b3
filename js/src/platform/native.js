// Reaches native code in Node, Bun and Deno.

import { openAddon } from "../backends/addon.js";
import { openLibrary } from "../backends/cabi.js";
import { findBinary } from "../find.js";
import { cabiProgram } from "../programs.js";
import { Pool } from "../tasks/pool.js";
import { threadTasks } from "../tasks/threads.js";

/**
 * Finds and opens a binary.
 *
 * @param {"napi" | "neon" | "cabi"} name
 * @param {import("../choose.js").Trail} trail what the search comes by
 * @returns {Omit<import("../choose.js").Backend, "name">}
 */
export function openNative(name, trail) {
  const file = findBinary(name, trail);
  const { rows, ...later } = name === "cabi" ? library(file) : addon(name, file);
  const proof = () => ({ digest: rows.interface_digest(), calls: Number(rows.interface_calls()) });
  return { file, proof, rows: () => rows, ...later };
}

/** @typedef {Pick<import("../choose.js").Backend, "async" | "tasks"> & { rows: import("../load.js").Rows }} Opened */

/**
 * @param {"napi" | "neon"} name
 * @param {string} file
 * @returns {Opened}
 */
function addon(name, file) {
  const rows = openAddon(name, file);
  const tasks = threadTasks(rows, rows.promises);
  return { rows, async: () => ({ by: "threads", reason: null }), tasks: () => tasks };
}

/**
 * @param {string} file
 * @returns {Opened}
 */
function library(file) {
  const rows = openLibrary(file);
  const pool = new Pool(
    { file: cabiProgram() },
    () => file,
    () => rows,
  );
  return { rows, async: () => pool.info, tasks: () => pool.tasks };
}
