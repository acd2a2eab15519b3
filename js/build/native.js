// Builds the native binaries of this machine's platform, for the repository's own runs.

import { join } from "node:path";
import process from "node:process";
import { libc } from "../src/libc.js";
import { buildBinaries } from "./binaries.js";
import { environmentForC, flagsFor, root, run, shipped, target } from "./run.js";

/**
 * @param {string} folder where the binaries go
 * @param {{ features?: string[] }} [options]
 */
export function buildNative(folder, { features = [] } = {}) {
  const { platform: os, arch: cpu, env } = process;
  const forC = environmentForC("CFLAGS", { os, cpu }, env.CFLAGS);
  /** @param {string[]} args */
  const compile = (...args) => run("cargo", [...shipped(flagsFor(libc().name)), ...args], { env: forC });
  buildBinaries({ compile, from: join(target, "release"), folder, os, features });
}

/** Where the repository's own runs find the binaries. */
export const nativeFolder = join(root, "dist", "native");
