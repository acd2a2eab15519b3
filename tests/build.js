// Builds the four bindings through the repository's own build, and checks the WebAssembly modules, and the types.

import { deepStrictEqual } from "node:assert";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "../js/build/run.js";
import { manifest } from "../js/build/stage.js";
import { buildTypes, tsc } from "../js/build/types.js";
import { NAMES } from "../js/src/families.js";
import { execute } from "./runtimes.js";

/** How many KiB each WebAssembly module may have: a page that needs one family loads it. */
const BUDGET = { math: 40, hash: 220, image: 40 };

/** How many modules the first import may read: each costs a cold process up to half a millisecond. */
const MODULES = 10;

/**
 * A module, and all that it imports before it runs, but for what the runtime has.
 *
 * @param {string} file
 * @param {string[]} [found]
 */
function modulesFrom(file, found = []) {
  if (found.includes(file)) return found;
  found.push(file);
  const imported = readFileSync(file, "utf8").matchAll(/^(?:import|export|\})[^"';]*"([.#][^"]+)";$/gm);
  for (const [, name] of imported) {
    const path = name.replace(/^#wasm\/(.*)$/, `${pathToFileURL(join(root, "js"))}/wasm/$1.inline.js`);
    modulesFrom(fileURLToPath(new URL(path, pathToFileURL(file))), found);
  }
  return found;
}

export const checks = [
  {
    name: "the build makes the native binaries and the WebAssembly modules",
    run: async () => {
      const { code, stderr } = await execute(process.execPath, ["js/build/build.js"], { timeout: 1_800_000 });
      if (code !== 0) throw new Error(stderr.slice(-4000));
    },
  },
  ...NAMES.map((family) => ({
    name: `the WebAssembly module of ${family} stays under ${BUDGET[family]} KiB and imports nothing but its glue`,
    run: () => {
      const file = join(root, "js", "wasm", `${family}.wasm`);
      if (statSync(file).size > BUDGET[family] * 1024) throw new Error(`it has ${statSync(file).size} bytes`);
      const modules = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file))).map(
        ({ module }) => module,
      );
      const other = modules.filter((module) => module !== `./${family}_bg.js`);
      if (other.length > 0) throw new Error(`it imports ${other.join(", ")}`);
    },
  })),
  {
    name: `importing oxbridge/hash makes a runtime with native code read at most ${MODULES} modules`,
    run: () => {
      const modules = modulesFrom(join(root, "js", manifest.exports["./hash"]["node-addons"]));
      if (modules.length > MODULES) throw new Error(`it reads ${modules.length}:\n${modules.join("\n")}`);
      deepStrictEqual(modules.includes(join(root, "js", "wasm", "hash.inline.js")), true, "the WebAssembly is found");
    },
  },
  { name: "the types of the package fit, and its declarations can be written", run: buildTypes },
  { name: "the types of the suite and of the build fit", run: () => tsc(["-p", "tests/tsconfig.json"]) },
];
