// Bundles the suite for places without a file system, as users bundle their programs: with esbuild and the export
// conditions of the place. The vectors are put into the bundle.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../js/build/run.js";
import { readVectors } from "./vectors.js";

/**
 * @param {string} entry the file to begin with, in this folder
 * @param {string} out
 * @param {string[]} conditions
 * @param {string[]} [external] what is left to the place
 */
export async function bundle(entry, out, conditions, external = []) {
  await build({
    entryPoints: [join(root, "tests", "runners", entry)],
    outfile: out,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions,
    external,
    define: { VECTORS: JSON.stringify(readVectors()) },
    logLevel: "warning",
  });
}

/**
 * Bundles a program into a folder of its own, hands that to `use`, and removes it.
 *
 * @template T
 * @param {{ entry: string, name: string, conditions: string[], external?: string[] }} program its bundle has the name
 * @param {(folder: string) => Promise<T>} use
 */
export async function withBundle({ entry, name, conditions, external }, use) {
  const folder = mkdtempSync(join(tmpdir(), "oxbridge-bundle-"));
  try {
    await bundle(entry, join(folder, name), conditions, external);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
