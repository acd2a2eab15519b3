// The runtimes that the suite runs on, and how each starts a script. They come from npm packages, as plain binaries.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";

/**
 * A runtime that runs a script of its own accord, without a browser around it.
 *
 * @typedef {object} Runtime
 * @property {string} id
 * @property {string} command
 * @property {string[]} args what comes before the script
 */

/** @type {(id: string, ...path: string[]) => Runtime} */
const node = (id, ...path) => ({ id, command: binary(...path), args: ["--no-warnings"] });

/** @param {string[]} path */
function binary(...path) {
  const file = join(root, "node_modules", ...path);
  if (!existsSync(file)) throw new Error(`${file} is missing; the suite runs on Linux x64, after npm install`);
  return file;
}

/** Every runtime, by its name in the matrix. */
export const RUNTIMES = {
  node20: node("node20", "node20", "bin", "node"),
  node22: node("node22", "node22", "bin", "node"),
  node24: node("node24", "node24", "bin", "node"),
  node26: node("node26", "node26", "bin", "node"),
  /** @type {Runtime} */
  bun: { id: "bun", command: binary("@oven", "bun-linux-x64", "bin", "bun"), args: [] },
  /** @type {Runtime} */
  deno: {
    id: "deno",
    command: binary("@deno", "linux-x64-glibc", "deno"),
    args: ["run", "--quiet", "--no-prompt", "--allow-all"],
  },
};

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, input?: string, cwd?: string, timeout?: number }} [options]
 * @returns {Promise<{ code: number | null, signal: string | null, stdout: string, stderr: string }>}
 */
export function execute(command, args, { env = {}, input = "", cwd = root, timeout = 300_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, timeout, killSignal: "SIGKILL" });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (output.stderr += text));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
    child.stdin.on("error", () => {}); // a program that ends early need not read its input
    child.stdin.end(input);
  });
}

/**
 * Runs a script in a runtime and returns what it prints; anything but a clean end is an error that quotes it.
 *
 * @param {Runtime} runtime
 * @param {string[]} script the script and its arguments
 * @param {Parameters<typeof execute>[2] & { flags?: string[] }} [options]
 */
export async function runScript(runtime, script, { flags = [], ...options } = {}) {
  const result = await execute(runtime.command, [...runtime.args, ...flags, ...script], options);
  if (result.code === 0 && result.signal === null) return result;
  const end = result.signal ? `was ended by ${result.signal}` : `ended with ${result.code}`;
  throw new Error(`${runtime.id} ${script[0]} ${end}\n${result.stdout.slice(-2000)}\n${result.stderr.slice(-4000)}`);
}
