// How much each entry of the packed package adds to a page, as size-limit measures it with esbuild.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RUNTIMES, runScript } from "../runtimes.js";
import { LIMITS } from "./limits.js";
import { placed } from "./placed.js";

const KIB = 1024;

/** @type {Promise<Map<string, number>> | undefined} */
let measuring;

/** The size of each entry with gzip, in bytes. */
export function entrySizes() {
  measuring ??= measure();
  return measuring;
}

async function measure() {
  const { folder, installed } = await placed("sizes");
  const manifest = join(installed.folder, "node_modules", "oxbridge", "package.json");
  const { exports } = JSON.parse(readFileSync(manifest, "utf8"));
  const entries = Object.keys(exports).filter((entry) => entry !== "./package.json");
  const names = entries.map((entry) => `oxbridge${entry.slice(1)}`);
  const files = names.map((name, index) => {
    const file = join(folder, `entry-${index}.js`);
    writeFileSync(file, `export * from "${name}";\n`);
    return file;
  });
  const script = join(import.meta.dirname, "size-limit.js");
  const sizes = JSON.parse((await runScript(RUNTIMES.node24, [script, ...files], { env: installed.env })).stdout);
  return new Map(names.map((name, index) => [name, sizes[index]]));
}

/**
 * What is wrong with sizes beside their limits.
 *
 * @param {Map<string, number>} sizes
 * @param {Record<string, number>} limits in KiB
 */
export function overLimits(sizes, limits) {
  return [...sizes].flatMap(([name, size]) => {
    const limit = limits[name];
    if (limit === undefined) return [`${name} has no limit; give it one in tests/bundles/limits.js`];
    if (size <= limit * KIB) return [];
    const over = `${name} adds ${(size / KIB).toFixed(1)} KiB to a page, and may add ${limit}`;
    return [`${over}: make it smaller, or raise its limit in tests/bundles/limits.js`];
  });
}

/** @type {import("../report.js").Check[]} */
export const sizeChecks = [
  {
    name: "a size over its limit is told, and one that has none",
    run: () => {
      const sizes = new Map([
        ["a", 2048],
        ["b", 2049],
        ["c", 1],
      ]);
      deepStrictEqual(
        overLimits(sizes, { a: 2, b: 2 }).map((text) => text.slice(0, 12)),
        ["b adds 2.0 Ki", "c has no limi"].map((text) => text.slice(0, 12)),
      );
    },
  },
  {
    name: "no entry of oxbridge adds more to a page than tests/bundles/limits.js says",
    run: async () => {
      const sizes = await entrySizes();
      deepStrictEqual(overLimits(sizes, LIMITS), []);
      deepStrictEqual(Object.keys(LIMITS), [...sizes.keys()]);
    },
  },
];
