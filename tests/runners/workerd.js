// Runs the suite in workerd: the bundle is one module, each WebAssembly file another that workerd compiles itself.

import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../js/build/run.js";
import { FAMILIES } from "../../js/src/families.js";
import { bundle } from "./bundle.js";

const command = join(root, "node_modules", "@cloudflare", "workerd-linux-64", "bin", "workerd");

/**
 * Makes the files that workerd serves and returns the configuration.
 *
 * @param {string} folder
 */
async function prepare(folder) {
  await bundle("worker.js", join(folder, "worker.js"), ["workerd"], ["*.wasm"]);
  const files = Object.keys(FAMILIES).map((family) => `${family}.wasm`);
  for (const file of files) copyFileSync(join(root, "js", "wasm", file), join(folder, file));
  const modules = files.map((file) => `(name = "${file}", wasm = embed "${file}")`);
  const config = join(folder, "config.capnp");
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "suite", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js"), ${modules.join(", ")}],
    compatibilityDate = "2026-01-01",
    compatibilityFlags = ["nodejs_compat"],
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "suite")],
);
`,
  );
  return config;
}

/**
 * Starts workerd, asks the worker, and returns its answer.
 *
 * @param {string} path
 */
export async function askWorkerd(path) {
  if (!existsSync(command)) throw new Error(`${command} is missing; the suite runs on Linux x64, after npm install`);
  const folder = mkdtempSync(join(tmpdir(), "oxbridge-workerd-"));
  const child = spawn(command, ["serve", await prepare(folder), "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const response = await fetch(`http://127.0.0.1:${await portOf(child)}${path}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`workerd answered ${response.status}: ${text}`);
    return text;
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cell of workerd. @returns {Promise<import("../suite/cell.js").Cell>} */
export const runWorkerd = async () => JSON.parse(await askWorkerd("/?level=full"));

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
    child.on("exit", (code) => reject(new Error(`workerd ended with ${code} before it listened`)));
  });
}
