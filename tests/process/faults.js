// What fails inside a backend is an error with the code ERR_INTERNAL: the process lives, and the next call is right.
// Proved with a build that has rows which fail on purpose; what is shipped has none of them.

import { strictEqual } from "node:assert";
import { cpSync, existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import koffi from "koffi";
import { nativeFolder } from "../../js/build/native.js";
import { root, target } from "../../js/build/run.js";
import { buildWasmModule, buildWorker } from "../../js/build/wasm.js";
import { load } from "../../js/src/backend.js";
import { openAddon } from "../../js/src/backends/addon.js";
import { ROWS } from "../../js/src/interface.js";
import { execute, RUNTIMES, runScript } from "../runtimes.js";
import { together } from "../together.js";

const folder = join(root, "dist", "fault");
const script = (/** @type {string} */ name) => join(root, "tests", "fault", name);
const FAULTS = ["panic", "recurse", "toil", "panic_with"];
const BACKENDS = ["napi", "neon", "cabi", "wasm"];
const RUN_ON = ["node20", "node26", "bun", "deno"];

/** Builds every backend with the rows that fail on purpose, apart from the builds that are shipped. */
async function build() {
  const env = { CARGO_TARGET_DIR: join(root, "target", "fault") };
  const [from, place] = [target, env.CARGO_TARGET_DIR].map((folder) => join(folder, "release"));
  if (existsSync(from) && !existsSync(place)) {
    // The dependencies are the same, and compiled already.
    const part = `${place}-${process.pid}`;
    cpSync(from, part, { recursive: true, preserveTimestamps: true });
    renameSync(part, place);
  }
  const { code, stderr } = await execute(process.execPath, [script("build.js")], { env, timeout: 600_000 });
  if (code !== 0) throw new Error(`the build with faults failed:\n${stderr.slice(-4000)}`);
  // WebAssembly is built one family after the other in any case, so this one leaves nothing behind.
  buildWasmModule("fault", folder, "hash,fault");
  await buildWorker("fault", folder);
}

/**
 * The dynamic symbols of a binary, as `nm` lists them.
 *
 * @param {string} file
 */
async function symbolsOf(file) {
  const { code, stdout, stderr } = await execute("nm", ["-D", "--defined-only", file]);
  if (code !== 0) throw new Error(stderr);
  return stdout.split("\n").map((line) => line.split(" ").at(-1));
}

/**
 * What is in `list` for a build; throws unless exactly the rows that fail on purpose are there, or none of them.
 *
 * @param {readonly unknown[]} list
 * @param {string} prefix
 * @param {boolean} wanted
 * @param {string} where
 */
function faultsIn(list, prefix, wanted, where) {
  // A list without the other rows would say nothing about these.
  if (!list.includes(`${prefix}interface_digest`)) throw new Error(`${where} has no rows at all: ${list.join(", ")}`);
  for (const name of FAULTS) {
    const has = list.includes(prefix + name);
    if (has !== wanted) throw new Error(`${where} ${has ? "has" : "has not"} the row ${name}`);
  }
}

/**
 * The names that a C library lists in its table.
 *
 * @param {string} file
 */
function tableOf(file) {
  const table = JSON.parse(koffi.load(file).func("oxb_interface", "const char *", [])());
  return table.functions.map((/** @type {{ name: string }} */ { name }) => name);
}

/** @param {string} file */
function wasmExports(file) {
  return WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(file))).map(({ name }) => name);
}

/**
 * Looks everywhere in one set of builds.
 *
 * @param {string} native
 * @param {string} wasm
 * @param {string[]} families
 * @param {boolean} wanted
 */
async function lookEverywhere(native, wasm, families, wanted) {
  for (const name of /** @type {const} */ (["napi", "neon"])) {
    const file = join(native, `oxbridge-${name}.node`);
    faultsIn(Object.keys(openAddon(name, file)), "", wanted, file);
  }
  const library = join(native, "liboxbridge.so");
  faultsIn(await symbolsOf(library), "oxb_", wanted, `the symbols of ${library}`);
  faultsIn(tableOf(library), "", wanted, `the table of ${library}`);
  for (const family of families) {
    const glue = join(wasm, `${family}.glue.js`);
    faultsIn(Object.keys(await import(glue)), "", wanted, glue);
    const module = join(wasm, `${family}.wasm`);
    faultsIn(wasmExports(module), "", wanted, module);
  }
}

const families = Object.keys(ROWS).filter((family) => family !== "meta");

/**
 * @param {string} id
 * @param {string} name
 * @param {string} backend
 */
async function comesToItsEnd(id, name, backend) {
  const runtime = RUNTIMES[/** @type {keyof typeof RUNTIMES} */ (id)];
  const { stdout } = await runScript(runtime, [script(name), backend, folder], { timeout: 120_000 });
  if (stdout.trim() !== "done") throw new Error(`did not come to its end: ${stdout}`);
}

/** @type {import("../report.js").Check[]} */
const panics = RUN_ON.flatMap((id) =>
  BACKENDS.flatMap((backend) => [
    {
      name: `on ${id}, a panic in ${backend} is ERR_INTERNAL, a thousand times, and the next call is right`,
      run: () => comesToItsEnd(id, "panics.js", backend),
    },
    {
      name: `on ${id}, a panic of ${backend} off the thread rejects with ERR_INTERNAL, 200 times, and takes what it used`,
      run: () => comesToItsEnd(id, "panics-later.js", backend),
    },
  ]),
);

/** @type {import("../report.js").Check[]} */
export const checks = [
  { name: "every backend builds with rows that fail on purpose", run: build },
  {
    name: "the rows that fail on purpose are found where they are",
    run: () => lookEverywhere(folder, folder, ["fault"], true),
  },
  {
    name: "no shipped build has rows that fail on purpose",
    run: () => lookEverywhere(nativeFolder, join(root, "js", "wasm"), families, false),
  },
  {
    name: "more bytes than WebAssembly can be lent at once are hashed piece by piece",
    run: async () => {
      const [wasm, native] = await Promise.all([load("wasm"), load("napi")]);
      const bytes = new Uint8Array(2 ** 31 + 1);
      strictEqual(wasm.sha256(bytes), native.sha256(bytes));
    },
  },
  ...together(panics, 2),
];
