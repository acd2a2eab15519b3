// Finds the binary of a native backend: where `OXBRIDGE_LIBRARY_PATH` says, or in the packages that are installed.

import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isCutOff } from "./cut-off.js";
import { failure } from "./error.js";
import { VERSION } from "./interface.js";
import { environment, isPermitted, runtime } from "./runtime.js";

/** @typedef {"napi" | "neon" | "cabi"} NativeName */

/** @typedef {FullManifest | { backend: "none", version: string }} Manifest what a slot package says in its `manifest.json` */

/**
 * What one with binaries says.
 *
 * @typedef {object} FullManifest
 * @property {NativeName} backend
 * @property {string} version
 * @property {{ package: string, os: string, cpu: string, libc?: string, file: string, size: number }[]} platforms
 */

const EMPTY = "it is @oxbridge/none, the slot without a binary, and oxbridge use puts another one there";
const VARIABLE = "OXBRIDGE_LIBRARY_PATH";
const LIBRARY = { darwin: "liboxbridge.dylib", win32: "oxbridge.dll" };

/**
 * The name that a backend's binary has in a folder that `OXBRIDGE_LIBRARY_PATH` names, and in its package.
 *
 * @param {NativeName} name
 */
export function fileName(name) {
  if (name !== "cabi") return `oxbridge-${name}.node`;
  return LIBRARY[/** @type {keyof typeof LIBRARY} */ (process.platform)] ?? "liboxbridge.so";
}

/**
 * The path of a backend's binary. In Deno, permissions are looked at first, so that it never asks.
 *
 * @param {NativeName} name
 * @returns {string}
 */
export function findBinary(name) {
  const path = environment(VARIABLE);
  const file = path ? binaryAt(path, name) : binaryOfPackage(name);
  // An addon is opened by its path. What the C library gives is read from C's memory, which Deno allows only altogether.
  if (name === "cabi") permit({ name: "ffi" }, "--allow-ffi");
  else permit({ name: "ffi", path: file }, `--allow-ffi=${file}`);
  return file;
}

/**
 * @param {object} descriptor
 * @param {string} flag
 */
function permit(descriptor, flag) {
  if (!isPermitted(descriptor)) throw new Error(`Deno may not do this; it needs ${flag}`);
}

/**
 * @param {string} given a file, or a folder with the binaries of all backends
 * @param {NativeName} name
 */
function binaryAt(given, name) {
  const path = resolve(given); // `require` takes a relative path for the name of a package
  permit({ name: "read", path }, `--allow-read=${path}`);
  const stat = statSync(path, { throwIfNoEntry: false });
  const file = stat?.isDirectory() ? join(path, fileName(name)) : path;
  if (stat === undefined || statSync(file, { throwIfNoEntry: false }) === undefined) {
    const message = `${VARIABLE} is ${path}, but there is no file ${file}`;
    throw failure("ERR_BACKEND_UNAVAILABLE", VARIABLE, message);
  }
  if (isCutOff(file)) {
    throw failure("ERR_BACKEND_UNAVAILABLE", VARIABLE, `${VARIABLE} leads to ${file}, which is cut off; copy it again`);
  }
  return file;
}

/**
 * Looks into the slot `@oxbridge/native`, which an override may have filled with another backend, and then into the
 * slot that has the backend's own name.
 *
 * @param {NativeName} name
 */
function binaryOfPackage(name) {
  // The search looks into the `node_modules` of every folder above, and Deno would ask for each.
  permit({ name: "read" }, "--allow-read");
  const here = fileURLToPath(import.meta.url);
  const reasons = [];
  for (const slot of new Set(["@oxbridge/native", `@oxbridge/${name === "napi" ? "native" : name}`])) {
    const manifest = manifestOf(slot, here);
    if (manifest === undefined) reasons.push(`${slot} is not installed`);
    else if (manifest.value.backend === "none") reasons.push(`${slot} holds none: ${EMPTY}`);
    else if (manifest.value.backend !== name) reasons.push(`${slot} holds ${manifest.value.backend}`);
    else return binaryOfManifest(slot, { ...manifest, value: manifest.value });
  }
  throw new Error(reasons.join(", "));
}

/**
 * @param {string} slot
 * @param {string} from
 * @returns {{ value: Manifest, require: NodeJS.Require } | undefined}
 */
function manifestOf(slot, from) {
  try {
    const path = createRequire(from).resolve(`${slot}/manifest.json`);
    const require = createRequire(path);
    return { value: require(path), require };
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/**
 * @param {string} slot
 * @param {{ value: FullManifest, require: NodeJS.Require }} manifest
 */
function binaryOfManifest(slot, { value, require }) {
  if (value.version !== VERSION) {
    throw new Error(`${slot} has version ${value.version}, but this package needs ${VERSION}; install both again`);
  }
  const { platform, arch } = process;
  const platforms = value.platforms.filter(({ os, cpu }) => os === platform && cpu === arch);
  if (platforms.length === 0) throw new Error(`${slot} has no binary for ${platform} ${arch}`);
  const missing = [];
  for (const { package: name, file, size } of platforms) {
    let path;
    try {
      path = require.resolve(`${name}/${file}`);
    } catch {
      missing.push(`${name}/${file}`);
      continue;
    }
    const actual = statSync(path).size;
    // Opening a file that was cut off can kill the process.
    if (actual !== size) throw new Error(`${path} has ${actual} bytes, but should have ${size}; install ${name} again`);
    return path;
  }
  throw new Error(`${runtime()} finds no ${missing.join(" and no ")}; optional dependencies may have been left out`);
}
