// The sources of the native binaries as one digest, by which binaries are known that were built from others.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.js";

/** What decides which crates and which compiler there are, and what is compiled. How it is linked is not among them. */
const SOURCES = [
  ...["Cargo.lock", "Cargo.toml", "rust-toolchain.toml"],
  ...["core", "bind-cabi", "bind-napi", "bind-neon"].flatMap((crate) =>
    ["Cargo.toml", "build.rs", "src"].map((part) => `${crate}/${part}`),
  ),
];

/** @param {string} [folder] the top of the repository */
export function digestOfSources(folder = root) {
  const digest = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesOf(folder, source)).sort()) {
    const bytes = readFileSync(join(folder, path));
    digest.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest("hex").slice(0, 16);
}

/**
 * @param {string} folder
 * @param {string} source a file, or a folder of them
 * @returns {string[]}
 */
function filesOf(folder, source) {
  const path = join(folder, source);
  if (!existsSync(path)) return []; // the core has no build.rs
  if (!statSync(path).isDirectory()) return [source];
  return readdirSync(path).flatMap((name) => filesOf(folder, `${source}/${name}`));
}
