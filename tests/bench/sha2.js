// Builds the plain loop of the crate sha2 as an addon, apart from the workspace.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../js/build/run.js";

// What Cargo calls a dynamic library; on other systems it is as on Linux.
/** @type {Record<string, string>} */
const FILES = { win32: "bench_sha2.dll", darwin: "libbench_sha2.dylib" };

/**
 * Builds the addon if its sources changed, and returns its path.
 *
 * @param {string} folder where it goes
 */
export function buildLoop(folder) {
  const target = join(root, "target", "bench");
  const manifest = join(import.meta.dirname, "rust", "Cargo.toml");
  const options = ["build", "--release", "--locked", "--quiet", "--manifest-path", manifest];
  execFileSync("cargo", options, { env: { ...process.env, CARGO_TARGET_DIR: target }, stdio: ["ignore", 2, 2] });
  const file = join(folder, "sha2.node");
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(target, "release", FILES[process.platform] ?? "libbench_sha2.so"), file);
  return file;
}
