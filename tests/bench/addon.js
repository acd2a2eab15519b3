// Builds the addon that is written by hand in C, beside the results, with the C compiler of the machine.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What the addon exports.
 *
 * @typedef {object} Addon
 * @property {(a: number, b: number) => number} add
 * @property {(bytes: Uint8Array) => Uint8Array} sha256
 * @property {(items: { bytes: Uint8Array, offsets: Uint32Array }) => Uint8Array} bulk
 * @property {(bytes: Uint8Array) => Uint8Array} invert
 */

const FLAGS = ["-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"];

/**
 * Compiles the addon against a C library of Oxbridge, and returns its path; throws with the reason where it cannot.
 *
 * @param {string} library the path of liboxbridge
 * @param {string} folder where the addon goes
 */
export function buildAddon(library, folder) {
  if (process.platform !== "linux")
    throw new Error(`the addon in C is built on Linux, and this is ${process.platform}`);
  const source = fileURLToPath(new URL("addon.c", import.meta.url));
  const { include_dir: nodeApi } = createRequire(import.meta.url)("node-api-headers");
  // The package of the C library has its header beside it; the repository has it where the library is written.
  const places = [join(dirname(library), "include"), join(dirname(source), "../../bind-cabi/include")];
  const include = places.find((place) => existsSync(join(place, "oxbridge.h")));
  if (include === undefined) throw new Error(`there is no oxbridge.h beside ${library}`);
  const file = join(folder, "addon.node");
  mkdirSync(folder, { recursive: true });
  const link = [library, `-Wl,-rpath,${dirname(library)}`];
  const compiler = process.env.CC || "cc";
  const args = [...FLAGS, `-I${nodeApi}`, `-I${include}`, source, ...link, "-o", file];
  const { status, error, stderr } = spawnSync(compiler, args, { encoding: "utf8" });
  if (error) throw new Error(`the C compiler ${compiler} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`the C compiler ${compiler} ended with ${status}: ${stderr.trim()}`);
  return file;
}

/**
 * Loads the addon.
 *
 * @param {string} file
 * @returns {Addon}
 */
export function loadAddon(file) {
  const { add, sha256, bulk, invert } = createRequire(import.meta.url)(file);
  return { add, sha256, invert, bulk: ({ bytes, offsets }) => bulk(bytes, offsets) };
}
