// Builds the native binaries of this machine's platform, for the repository's own runs.

import { join } from "node:path";
import process from "node:process";
import { buildBinaries } from "./binaries.js";
import { cargo, root, target } from "./run.js";

/**
 * @param {string} folder where the binaries go
 * @param {{ features?: string[] }} [options]
 */
export function buildNative(folder, { features = [] } = {}) {
  buildBinaries({ compile: cargo, from: join(target, "release"), folder, os: process.platform, features });
}

/** Where the repository's own runs find the binaries. */
export const nativeFolder = join(root, "dist", "native");
