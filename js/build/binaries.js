// The folder with the binaries of one platform: how Cargo makes what is in it, and what it says of itself.

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../src/find.js";
import { DIGEST, VERSION } from "../src/interface.js";
import { digestOfSources } from "./sources.js";

/** @typedef {import("../src/find.js").NativeName} NativeName */

/**
 * What the file `built.json` of such a folder says.
 *
 * @typedef {object} Built
 * @property {string} version
 * @property {string} interface the digest of the table that the binaries were made from
 * @property {string} sources the digest of all that they were compiled from
 * @property {string[]} staticLibraries what the linker needs besides the static library, as Rust's compiler says
 */

/** What Cargo calls the libraries. */
const LIBRARIES = /** @type {const} */ ({ napi: "oxbridge_napi", neon: "oxbridge_neon", cabi: "oxbridge" });

/** @type {Record<string, { prefix: string, suffix: string }>} */
const SHARED = {
  linux: { prefix: "lib", suffix: "so" },
  darwin: { prefix: "lib", suffix: "dylib" },
  win32: { prefix: "", suffix: "dll" },
};

/** The static library, and what stands for a DLL when programs are linked, as GNU and as MSVC call them. */
const FOR_LINKING = ["liboxbridge.a", "liboxbridge.dll.a", "oxbridge.lib", "oxbridge.dll.lib"];

/**
 * Builds all binaries of a platform into a folder, under the names that the loader looks for, and what C programs need
 * besides.
 *
 * @param {object} options
 * @param {(subcommand: "build" | "rustc", ...args: string[]) => void} options.compile runs Cargo
 * @param {string} options.from where Cargo then has the libraries
 * @param {string} options.folder
 * @param {string} options.os
 * @param {string[]} [options.features]
 */
export function buildBinaries({ compile, from, folder, os, features = [] }) {
  const sources = digestOfSources(); // before they are compiled: what changes meanwhile may be in or not
  const common = ["--locked", "--release", ...(features.length > 0 ? ["--features", features.join(",")] : [])];
  compile("build", ...common, "-p", "oxbridge-napi", "-p", "oxbridge-neon");
  const list = join(from, "native-static-libs");
  compile("rustc", ...common, "-p", "oxbridge-cabi", "--lib", "--", `--print=native-static-libs=${list}`);

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { prefix, suffix } = SHARED[os];
  for (const [name, library] of Object.entries(LIBRARIES)) {
    const file = fileName(/** @type {NativeName} */ (name), os);
    copyFileSync(join(from, `${prefix}${library}.${suffix}`), join(folder, file));
  }
  for (const file of FOR_LINKING) {
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(folder, file));
  }
  const staticLibraries = readFileSync(list, "utf8").trim().split(/\s+/);
  writeBuilt(folder, { version: VERSION, interface: DIGEST, sources, staticLibraries });
}

/**
 * @param {string} folder
 * @param {Built} built
 */
export function writeBuilt(folder, built) {
  writeFileSync(join(folder, "built.json"), `${JSON.stringify(built, null, 2)}\n`);
}

/** @param {string} folder */
export const isBuilt = (folder) => existsSync(join(folder, "built.json"));

/**
 * What a folder says of itself; throws if it is not there, or was built from other sources than these.
 *
 * @param {string} folder
 * @param {string} command what builds it
 * @returns {Built}
 */
export function readBuilt(folder, command) {
  if (!isBuilt(folder)) throw new Error(`${folder} has no binaries; build them: ${command}`);
  /** @type {Built} */
  const built = JSON.parse(readFileSync(join(folder, "built.json"), "utf8"));
  if (built.version !== VERSION || built.interface !== DIGEST) {
    const was = `version ${built.version} with the interface ${built.interface}`;
    throw new Error(`${folder} has ${was}, but the sources have ${VERSION} with ${DIGEST}; build it again: ${command}`);
  }
  if (built.sources !== digestOfSources()) {
    throw new Error(`${folder} was built from other Rust sources than those that are here; build it again: ${command}`);
  }
  return built;
}

/**
 * What a C program is linked with, of the files in such a folder.
 *
 * @param {string} folder
 */
export const filesForLinking = (folder) => FOR_LINKING.filter((file) => existsSync(join(folder, file)));
