// Joins the modules of `js/src` that entries are made of into one, in `js/flat`: a cold process of Node, Bun or Deno spends
// more time on finding and reading fifty small files than on all that they do.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { root } from "./run.js";

const source = join(root, "js", "src");
const folder = join(root, "js", "flat");

/** What entries import, and the program of a thread, which `programs.js` finds beside it. */
const JOINED = ["bound.js", "tasks/cabi-worker.js"];

/**
 * Modules of the runtime as the runtime has them already: an import of `node:fs` makes a list of all that is in it, and
 * loads the streams for that.
 *
 * @type {import("esbuild").Plugin}
 */
const BUILT_IN = {
  name: "built-in",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "built-in" }));
    onLoad({ filter: /^/, namespace: "built-in" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** Writes those files that are not there as they should be, and removes what should not be there. */
export async function buildFlat() {
  const { outputFiles } = await build({
    entryPoints: JOINED.map((path) => join(source, path)),
    outbase: source,
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    conditions: ["node-addons"],
    // WebAssembly stays as it is for everyone, and koffi is the user's.
    external: ["#wasm/*", "#wasm-glue/*", "#wasm-worker/*", "koffi"],
    plugins: [BUILT_IN],
    banner: { js: "// Joined from `src` by the build; do not edit." },
    legalComments: "none",
    write: false,
  });
  const wanted = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const there = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of there) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(path)) rmSync(path);
  }
  for (const [path, text] of wanted) {
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
