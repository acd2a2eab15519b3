// Builds the native binaries of this machine's platform into one folder.

import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../src/find.js";
import { cargo, root, target } from "./run.js";

/** What Cargo calls the libraries. */
const BUILT = /** @type {Record<string, { prefix: string, suffix: string }>} */ ({
  darwin: { prefix: "lib", suffix: "dylib" },
  win32: { prefix: "", suffix: "dll" },
})[process.platform] ?? { prefix: "lib", suffix: "so" };

/**
 * @param {string} folder where the binaries go, under the names that the loader looks for
 * @param {{ features?: string[] }} [options]
 */
export function buildNative(folder, { features = [] } = {}) {
  const packages = ["napi", "neon", "cabi"].flatMap((name) => ["-p", `oxbridge-${name}`]);
  const wanted = features.length > 0 ? ["--features", features.join(",")] : [];
  cargo("build", "--locked", "--release", ...packages, ...wanted);
  mkdirSync(folder, { recursive: true });
  const names = /** @type {const} */ ({ napi: "oxbridge_napi", neon: "oxbridge_neon", cabi: "oxbridge" });
  for (const [name, built] of Object.entries(names)) {
    const library = join(target, "release", `${BUILT.prefix}${built}.${BUILT.suffix}`);
    copyFileSync(library, join(folder, fileName(/** @type {keyof typeof names} */ (name))));
  }
}

/** Where the repository's own runs find the binaries. */
export const nativeFolder = join(root, "dist", "native");
