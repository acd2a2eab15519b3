// Builds the four bindings through the repository's own build, and checks the WebAssembly modules, and the types.

import { deepStrictEqual } from "node:assert";
import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root } from "../js/build/run.js";
import { manifest } from "../js/build/stage.js";
import { buildTypes, tsc } from "../js/build/types.js";
import { NAMES } from "../js/src/families.js";
import { execute } from "./runtimes.js";

/** How many KiB each WebAssembly module may have: a page that needs one family loads it. */
const BUDGET = { math: 40, hash: 220, image: 40 };

/** What Node makes of names with `#`, as `js/package.json` says. */
const CONDITIONS = ["node-addons", "node", "import"];

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
  for (const [, name] of imported)
    modulesFrom(join(name.startsWith("#") ? join(root, "js") : dirname(file), pathOf(name)), found);
  return found;
}

/** @param {string} name */
function pathOf(name) {
  if (!name.startsWith("#")) return name;
  const [base, part] = name.split("/");
  const conditions = manifest.imports[part === undefined ? base : `${base}/*`];
  const key = Object.keys(conditions).find((condition) => [...CONDITIONS, "default"].includes(condition));
  return conditions[`${key}`].replace("*", part);
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
    name: `importing oxbridge/hash makes a runtime with native code read four modules`,
    run: () => {
      const modules = modulesFrom(join(root, "js", manifest.exports["./hash"].default));
      const names = modules.map((module) => relative(join(root, "js"), module)).sort();
      deepStrictEqual(names, ["flat/bound.js", "src/entries/hash.js", "wasm/hash.file.js", "wasm/hash.glue.js"]);
    },
  },
  { name: "the types of the package fit, and its declarations can be written", run: buildTypes },
  { name: "the types of the suite and of the build fit", run: () => tsc(["-p", "tests/tsconfig.json"]) },
];
