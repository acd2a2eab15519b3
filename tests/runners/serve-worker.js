// Serves a worker with workerd: one module is its program, each WebAssembly file another that workerd compiles itself.

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Worker
 * @property {string} folder with `worker.js` and the modules that it imports
 * @property {string[]} modules the names of these, which are WebAssembly
 * @property {string[]} flags of compatibility
 */

/**
 * Starts workerd, hands the address of the worker to `use`, and ends workerd.
 *
 * @template T
 * @param {string} command
 * @param {Worker} worker
 * @param {(address: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withWorker(command, worker, use) {
  const config = join(worker.folder, "config.capnp");
  writeFileSync(config, configOf(worker));
  const child = spawn(command, ["serve", config, "--control-fd=3"], { stdio: ["ignore", "inherit", "pipe", "pipe"] });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-2000)));
  try {
    return await use(`http://127.0.0.1:${await portOf(child)}/`);
  } catch (cause) {
    const { message } = /** @type {Error} */ (cause);
    throw new Error(`${message}${said.trim() ? `; workerd said: ${said.trim()}` : ""}`, { cause });
  } finally {
    child.kill();
  }
}

/** @param {Worker} worker */
const configOf = ({ modules, flags }) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "suite", worker = (
    modules = [
      (name = "worker.js", esModule = embed "worker.js"),
      ${modules.map((name) => `(name = "${name}", wasm = embed "${name}")`).join(",\n      ")}
    ],
    compatibilityDate = "2026-01-01",
    compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(", ")}],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
`;

/**
 * The port that workerd says it listens on.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    /** @type {any} */ (child.stdio[3]).on("data", (/** @type {Buffer} */ chunk) => {
      text += chunk;
      const listening = text.split("\n").find((line) => line.includes('"listen"'));
      if (listening) resolve(JSON.parse(listening).port);
    });
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`workerd ended with ${code} before it listened`)));
  });
}
