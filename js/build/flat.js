// Joins the modules of `js/src` into few, in `js/flat`: a cold process of Node, Bun or Deno spends more time on finding and
// reading fifty small files than on all that they do. What they say, and in which order, stays the same.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { root } from "./run.js";
import { manifest } from "./stage.js";

const source = join(root, "js", "src");
const folder = join(root, "js", "flat");

/** Each entry that the manifest gives runtimes with native code, and the program of a thread, which is a file of its own. */
function entryPoints() {
  const exported = Object.values(manifest.exports).map((conditions) => conditions["node-addons"] ?? "");
  const flat = exported.filter((path) => path.startsWith("./flat/")).map((path) => path.slice("./flat/".length));
  return [...new Set(flat), "tasks/cabi-worker.js"].map((path) => join(source, path));
}

/** Writes those files that are not there as they should be, and removes what should not be there. */
export async function buildFlat() {
  const { outputFiles } = await build({
    entryPoints: entryPoints(),
    outbase: source,
    outdir: folder,
    chunkNames: "shared/[name]-[hash]",
    // A file refers to others by where they are beside it.
    entryNames: "[dir]/[name]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    conditions: ["node-addons"],
    // WebAssembly stays as it is for everyone, and koffi is the user's.
    external: ["#wasm/*", "#wasm-glue/*", "#wasm-worker/*", "koffi"],
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
  return [...wanted.keys()].map((path) => relative(folder, path));
}
