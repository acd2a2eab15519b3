// Builds the hand-written addon that the benchmark compares Oxbridge with, apart from the workspace.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);

// What Cargo calls a dynamic library; on other systems it is as on Linux.
/** @type {Record<string, string>} */
const FILES = { win32: "bench_addon.dll", darwin: "libbench_addon.dylib" };

/** Builds the addon if its sources changed, and returns the path of the file to load. */
export function buildAddon() {
  const target = fileURLToPath(new URL("target/bench", root));
  const manifest = fileURLToPath(new URL("addon/Cargo.toml", import.meta.url));
  const options = ["build", "--release", "--locked", "--quiet", "--manifest-path", manifest];
  execFileSync("cargo", options, { env: { ...process.env, CARGO_TARGET_DIR: target }, stdio: ["ignore", 2, 2] });
  const built = new URL(`target/bench/release/${FILES[process.platform] ?? "libbench_addon.so"}`, root);
  const path = fileURLToPath(new URL("dist/bench/bench_addon.node", root));
  mkdirSync(new URL("dist/bench/", root), { recursive: true });
  copyFileSync(built, path);
  return path;
}
