// How the suite is started on another platform, and what runs it there.

import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBuilt } from "../../js/build/binaries.js";
import { root } from "../../js/build/run.js";
import { readCell } from "../matrix.js";
import { output } from "../output.js";
import { ENVIRONMENT } from "../process/children.js";
import { execute } from "../runtimes.js";
import { readWhere } from "./platforms.js";
import { LOADER, RUNTIMES } from "./runtimes.js";

/** All of the suite takes ten times as long where the processor is emulated. */
const TIMEOUT = 3_600_000;

const script = join(root, "tests", "platforms", "cell.js");

/** @param {string} platform */
const binariesOf = (platform) => join(root, "dist", "platforms", platform);

/** Throws unless the binaries of a platform were built from the sources that are here. @param {string} platform */
export function checkBinaries(platform) {
  readBuilt(binariesOf(platform), `npm run build:all -- --only ${platform}`);
}

/** What runs each platform's programs, and its version. @type {Record<string, () => Promise<string>>} */
const TOOLS = {
  "linux-x64-musl": async () => {
    const { stderr } = await execute(LOADER, []); // says what it is, and that it was given no program
    return `musl ${/^Version (\S+)/m.exec(stderr)?.[1]}`;
  },
  "win32-x64-msvc": async () => `Wine ${/^wine-(\S+)/.exec(await output("wine", ["--version"]))?.[1]}`,
  "linux-arm64-gnu": async () => `QEMU ${/version (\S+)/.exec(await output("qemu-aarch64", ["--version"]))?.[1]}`,
};

/**
 * What runs the programs of a platform, with its version; throws if it is not there.
 *
 * @param {string} platform
 */
export async function toolOf(platform) {
  try {
    const name = await TOOLS[platform]();
    if (/undefined/.test(name)) throw new Error(`it says no version: ${name}`);
    return name;
  } catch (cause) {
    const { message } = /** @type {Error} */ (cause);
    throw new Error(`node js/build/setup.js --platforms sets up what is missing: ${message}`, { cause });
  }
}

/**
 * Runs a program as `execute` does, but over files: Node in Wine cannot use the pipes of this machine.
 *
 * @type {typeof execute}
 */
async function executeOverFiles(command, args, { env = {}, cwd = root, timeout } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "oxbridge-platforms-"));
  const [stdout, stderr] = ["stdout", "stderr"].map((name) => join(folder, name));
  const files = [stdout, stderr].map((file) => openSync(file, "w"));
  try {
    const options = { cwd, env: { ...process.env, ...env }, timeout, killSignal: /** @type {const} */ ("SIGKILL") };
    const child = spawn(command, args, { ...options, stdio: ["ignore", ...files] });
    const [code, signal] = await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (...end) => resolve(end));
    });
    return { code, signal, stdout: readFileSync(stdout, "utf8"), stderr: readFileSync(stderr, "utf8") };
  } finally {
    for (const file of files) closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs one cell, which also says where it ran.
 *
 * @param {import("./platforms.js").What} what
 */
export async function runCell({ platform, runtime, backend, level }) {
  const { command, args, env, path, version } = RUNTIMES[platform][runtime];
  const folder = path(binariesOf(platform));
  const stdout = await output(command, [...args, path(script), backend, level], {
    env: { ...ENVIRONMENT, ...env, OXBRIDGE_LIBRARY_PATH: folder },
    timeout: TIMEOUT,
    by: executeOverFiles,
  });
  return { cell: readCell(stdout), where: readWhere(stdout), expected: { version, folder } };
}
