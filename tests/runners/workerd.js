// Runs the suite in workerd: the bundle is one module, each WebAssembly file another.

import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { FAMILIES } from "../../js/src/families.js";
import { withBundle } from "./bundle.js";
import { withWorker } from "./serve-worker.js";

/** The program, a package without an install script. */
export const command = join(root, "node_modules", "@cloudflare", "workerd-linux-64", "bin", "workerd");

/** How a worker is bundled; workerd compiles its modules itself. */
const WORKER = { name: "worker.js", conditions: ["workerd"], external: ["*.wasm"] };

/**
 * Starts workerd, asks the worker, and returns its answer.
 *
 * @param {string} path
 * @param {{ entry?: string, flags?: string[], body?: string }} [worker] the file to begin with, seen from this folder; the
 *   flags of compatibility; and what is sent to it
 */
export async function askWorkerd(path, { entry = "worker.js", flags = ["nodejs_compat"], body } = {}) {
  if (!existsSync(command)) throw new Error(`${command} is missing; the suite runs on Linux x64, after npm install`);
  const modules = Object.keys(FAMILIES).map((family) => `${family}.wasm`);
  return withBundle({ ...WORKER, entry }, (folder) => {
    for (const name of modules) copyFileSync(join(root, "js", "wasm", name), join(folder, name));
    return withWorker(command, { folder, modules, flags }, async (address) => {
      const response = await fetch(new URL(path, address), body === undefined ? {} : { method: "POST", body });
      const text = await response.text();
      if (!response.ok) throw new Error(`workerd answered ${response.status}: ${text}`);
      return text;
    });
  });
}

/** The cell of workerd. @returns {Promise<import("../suite/cell.js").Cell>} */
export const runWorkerd = async () => JSON.parse(await askWorkerd("/?level=full"));
