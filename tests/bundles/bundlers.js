// The bundlers, each as its users call it: with an entry, and with an output where there is no other way. Nothing says
// what Oxbridge is.

import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";
import { root } from "../../js/build/run.js";
import { RUNTIMES } from "../runtimes.js";

/** @typedef {import("./placed.js").Place} Place */

/**
 * A bundler: its version, and how it bundles the `page.js` or the `index.html` of a folder into the folder `dist` there.
 *
 * @typedef {object} Bundler
 * @property {string} name
 * @property {string} version
 * @property {(place: Place) => Promise<unknown>} bundle
 */

/** @param {string[]} path */
const packageFile = (...path) => join(root, "node_modules", ...path);
/** @param {string} name */
const versionOf = (name) => JSON.parse(readFileSync(packageFile(name, "package.json"), "utf8")).version;

/** The command of esbuild. */
export const esbuild = packageFile("esbuild", "bin", "esbuild");

/** @type {Bundler[]} */
export const BUNDLERS = [
  {
    name: "esbuild",
    version: versionOf("esbuild"),
    bundle: ({ run }) => run(esbuild, ["page.js", "--bundle", "--minify", "--outdir=dist", "--log-level=warning"]),
  },
  {
    name: "Vite",
    version: versionOf("vite"),
    bundle: ({ run }) => run(process.execPath, [packageFile("vite", "bin", "vite.js"), "build"]),
  },
  {
    name: "webpack",
    version: versionOf("webpack"),
    bundle: ({ folder }) => runWebpack(folder, "page.js", { entry: "./page.js" }),
  },
  {
    name: "Bun",
    version: versionOf("@oven/bun-linux-x64"),
    bundle: ({ run }) => run(RUNTIMES.bun.command, ["build", "page.js", "--minify", "--outdir=dist"]),
  },
];

/**
 * webpack by its API: its command is another package.
 *
 * @param {string} folder
 * @param {string} filename of what comes of it, in the folder `dist`
 * @param {import("webpack").Configuration} configuration
 */
export function runWebpack(folder, filename, configuration) {
  const output = { path: join(folder, "dist"), filename };
  const compiler = webpack({ mode: "production", context: folder, output, ...configuration });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failed = error ?? (stats?.hasErrors() ? new Error(stats.toString("errors-only")) : null);
      compiler.close(() => (failed === null ? resolve(undefined) : reject(failed)));
    });
  });
}

/**
 * Bundles the page of a place, and gives the folder with what came of it.
 *
 * @param {Bundler} bundler
 * @param {Place} place
 */
export async function bundlePage(bundler, place) {
  await bundler.bundle(place);
  const out = join(place.folder, "dist");
  const index = join(out, "index.html");
  // All but Vite begin with the program, and leave the page to the user.
  if (!existsSync(index)) copyFileSync(join(place.folder, "index.html"), index);
  return out;
}
