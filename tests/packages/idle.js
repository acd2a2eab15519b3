// Importing Oxbridge in Node does no work, and the first call does no more than it must: it looks into no folder and
// starts no process.

import { deepStrictEqual } from "node:assert";
import { cpSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RUNTIMES, runScript } from "../runtimes.js";
import { installAll } from "./installed.js";
import { binaryOf } from "./programs.js";

/** @typedef {import("./idle/watched.js").Act} Act */
/** @typedef {Record<"imported" | "first" | "second", Act[]>} Seen */

const RUN_ON = /** @type {const} */ (["node20", "node24", "node26"]);

/** @type {ReturnType<typeof installAll> | undefined} */
let placing;

/** What is installed, with the programs of these checks in it, which are put there once. */
function withPrograms() {
  placing ??= installAll().then((installed) => {
    cpSync(join(import.meta.dirname, "idle"), join(installed.folder, "idle"), { recursive: true });
    return installed;
  });
  return placing;
}

/**
 * What a package did when it was imported, and when it was called twice.
 *
 * @param {(typeof RUN_ON)[number]} id
 * @param {string} specifier
 * @param {string} [backend]
 * @returns {Promise<Seen>}
 */
async function watch(id, specifier, backend) {
  const { folder, env } = await withPrograms();
  const options = { cwd: folder, env: { ...env, OXBRIDGE_BACKEND: backend } };
  const { stdout } = await runScript(RUNTIMES[id], [join("idle", "first-call.js"), specifier], options);
  const { imported, ...calls } = JSON.parse(stdout);
  return { imported: withoutModules(imported, folder), ...calls };
}

/** How Node itself reads modules, where it uses what programs can use too. */
const READS_MODULES = ["fs.readFileSync", "fs.realpathSync", "fs.promises.readFile"];

/**
 * What was done besides loading the modules of Oxbridge.
 *
 * @param {Act[]} acts
 * @param {string} folder where it is installed
 */
function withoutModules(acts, folder) {
  const own = join(folder, "node_modules", "oxbridge");
  const isModule = (/** @type {string} */ path) =>
    path.startsWith(own) && /\.js$|^\/package\.json$/.test(path.slice(own.length));
  return acts.filter(({ what, path }) => !READS_MODULES.includes(what) || path === null || !isModule(pathOf(path)));
}

/** @param {string} path or the address of a file */
const pathOf = (path) => (path.startsWith("file:") ? fileURLToPath(path) : path);

/** @param {Act[]} acts */
const named = (acts) => [...new Set(acts.map(({ what }) => what))].sort();
/** @param {Act[]} acts */
const outsideFiles = (acts) => acts.filter(({ what }) => !what.startsWith("fs.")).map(({ what }) => what);

/** What `busy.js` does, so that a watch that sees nothing is no proof. */
const BUSY = [
  ...["WebAssembly.Instance", "WebAssembly.Module", "WebAssembly.instantiate"],
  ...["child_process.execFileSync", "child_process.spawnSync", "worker_threads.Worker", "process.dlopen"],
  ...["fs.opendirSync", "fs.promises.readdir", "fs.readFileSync", "fs.readdirSync"],
  ...["dns.lookup", "globalThis.fetch", "net.connect"],
];

/** @type {import("../report.js").Check[]} */
export const idleChecks = RUN_ON.flatMap((id) => [
  {
    name: `${id}: what a package does at import besides computing is seen`,
    run: async () => {
      const { imported } = await watch(id, "./busy.js");
      const seen = named(imported);
      deepStrictEqual(
        BUSY.filter((what) => !seen.includes(what)),
        [],
      );
    },
  },
  {
    name: `${id}: importing oxbridge does no work, and the first call reads the slot and opens the addon, no more`,
    run: async () => {
      const installed = await installAll();
      const { imported, first, second } = await watch(id, "oxbridge");
      deepStrictEqual([imported, second], [[], []]);
      deepStrictEqual(outsideFiles(first), ["process.dlopen"]);
      const addon = /** @type {string} */ (binaryOf(installed, "napi"));
      const slot = join(installed.folder, "node_modules", "@oxbridge", "native");
      // Only these files, so no folder either.
      const files = ["manifest.json", "package.json"].map((file) => join(slot, file));
      const known = [...files, addon, join(dirname(addon), "package.json")];
      const others = first.filter(({ path }) => path === null || !known.includes(pathOf(path)));
      deepStrictEqual(others, []);
    },
  },
  {
    name: `${id}: importing oxbridge does no work with wasm either, and the first call reads its module, no more`,
    run: async () => {
      const installed = await installAll();
      const { imported, first, second } = await watch(id, "oxbridge", "wasm");
      deepStrictEqual([imported, second], [[], []]);
      const [read, ...others] = first.map(({ what, path }) => [what, path === null ? null : pathOf(path)]);
      deepStrictEqual(read, [
        "fs.readFileSync",
        join(installed.folder, "node_modules", "oxbridge", "wasm", "hash.wasm"),
      ]);
      deepStrictEqual(others, [
        ["WebAssembly.Module", null],
        ["WebAssembly.Instance", null],
      ]);
    },
  },
]);
