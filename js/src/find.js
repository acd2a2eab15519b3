// Finds the binary of a native backend: where `OXBRIDGE_LIBRARY_PATH` says, or in the packages that are installed.

import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isCutOff } from "./cut-off.js";
import { failure } from "./error.js";
import { VERSION } from "./interface.js";
import { libc } from "./libc.js";
import { kindOf, obstacle, withKind } from "./obstacle.js";
import { ownUrl } from "./own-url.js";
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

/** @typedef {import("./choose.js").Trail} Trail */
/** @typedef {{ os: string, cpu: string, libc?: string }} Machine without `libc`, that of this process */

const EMPTY = "it is @oxbridge/none, the slot without a binary, and oxbridge use puts another one there";
const VARIABLE = "OXBRIDGE_LIBRARY_PATH";
const SLOT = "@oxbridge/native";
const LIBRARY = { darwin: "liboxbridge.dylib", win32: "oxbridge.dll" };

/**
 * The name that a backend's binary has in a folder that `OXBRIDGE_LIBRARY_PATH` names, and in its package.
 *
 * @param {NativeName} name
 * @param {string} [os] in the words of `process.platform`
 */
export function fileName(name, os = process.platform) {
  if (name !== "cabi") return `oxbridge-${name}.node`;
  return LIBRARY[/** @type {keyof typeof LIBRARY} */ (os)] ?? "liboxbridge.so";
}

/**
 * The path of a backend's binary. In Deno, permissions are looked at first, so that it never asks.
 *
 * @param {NativeName} name
 * @param {Trail} [trail] is told what the search comes by
 * @returns {string}
 */
export function findBinary(name, trail = {}) {
  const path = environment(VARIABLE);
  trail.from = path ? VARIABLE : "packages";
  const here = { os: process.platform, cpu: process.arch };
  const file = path ? binaryAt(path, name, trail) : binaryOfPackage(name, here, trail);
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
  if (!isPermitted(descriptor)) throw obstacle("not-permitted", `Deno may not do this; it needs ${flag}`);
}

/**
 * @param {string} given a file, or a folder with the binaries of all backends
 * @param {NativeName} name
 * @param {Trail} trail
 */
function binaryAt(given, name, trail) {
  const path = resolve(given); // `require` takes a relative path for the name of a package
  permit({ name: "read", path }, `--allow-read=${path}`);
  const stat = statSync(path, { throwIfNoEntry: false });
  const file = stat?.isDirectory() ? join(path, fileName(name)) : path;
  trail.file = file;
  if (stat === undefined || statSync(file, { throwIfNoEntry: false }) === undefined) {
    const message = `${VARIABLE} is ${path}, but there is no file ${file}`;
    throw withKind("no-file", failure("ERR_BACKEND_UNAVAILABLE", VARIABLE, message));
  }
  if (isCutOff(file)) {
    const message = `${VARIABLE} leads to ${file}, which is cut off; copy it again`;
    throw withKind("cut-off", failure("ERR_BACKEND_UNAVAILABLE", VARIABLE, message));
  }
  return file;
}

/**
 * Looks into the slot `@oxbridge/native`, which an override may have filled with another backend, and then into the
 * slot that has the backend's own name.
 *
 * @param {NativeName} name
 * @param {Machine} machine
 * @param {Trail} trail is told what the search comes by
 * @returns {string}
 */
export function binaryOfPackage(name, machine, trail) {
  // The search looks into the `node_modules` of every folder above, and Deno would ask for each.
  permit({ name: "read" }, "--allow-read");
  // Packages are looked for from where this module is, or the bundle that esbuild has made of it.
  const here = fileURLToPath(ownUrl(import.meta.url));
  /** @type {import("./obstacle.js").Obstacle[]} */
  const obstacles = [];
  for (const slot of slotsOf(name)) {
    try {
      const manifest = manifestOf(slot, here, trail);
      if (manifest.value.backend === name) {
        trail.slot = slot;
        return binaryOfManifest(slot, { ...manifest, value: manifest.value }, machine, trail);
      }
      const holds = manifest.value.backend;
      obstacles.push(obstacle("displaced", `${slot} holds ${holds === "none" ? `none: ${EMPTY}` : holds}`));
    } catch (error) {
      const found = /** @type {import("./obstacle.js").Obstacle} */ (error);
      found.kind ??= kindOf(found);
      if (trail.slot !== undefined) throw found;
      obstacles.push(found);
    }
  }
  // What the slot with the backend's own name lacks is what stands in the way.
  const { kind = "bad-slot", cause } = /** @type {import("./obstacle.js").Obstacle} */ (obstacles.at(-1));
  throw obstacle(kind, obstacles.map(({ message }) => message).join(", "), { cause });
}

/**
 * The slots in which a backend may be, as they are looked into.
 *
 * @param {NativeName} name
 */
export const slotsOf = (name) => (name === "napi" ? [SLOT] : [SLOT, `@oxbridge/${name}`]);

/**
 * @param {string} slot
 * @param {string} from
 * @param {Trail} trail
 * @returns {{ value: Manifest, path: string, require: NodeJS.Require }}
 */
function manifestOf(slot, from, trail) {
  const path = resolveSlot(slot, from);
  const require = createRequire(path);
  /** @type {Manifest} */
  let value;
  try {
    value = require(path);
  } catch (cause) {
    const kind = kindOf(cause) === "not-permitted" ? "not-permitted" : "bad-slot";
    const [reason] = /** @type {Error} */ (cause).message.split("\n");
    throw obstacle(kind, `${path} cannot be read: ${reason}`, { cause });
  }
  if (typeof value?.backend !== "string") {
    throw obstacle("bad-slot", `${path} does not say which backend the slot holds; install ${slot} again`);
  }
  trail.slots = [...(trail.slots ?? []), { name: slot, path, holds: value.backend, version: String(value.version) }];
  return { value, path, require };
}

/**
 * @param {string} slot
 * @param {string} from
 */
function resolveSlot(slot, from) {
  try {
    return createRequire(from).resolve(`${slot}/manifest.json`);
  } catch (cause) {
    const isMissing = /** @type {{ code?: string }} */ (cause).code === "MODULE_NOT_FOUND";
    // Node may take what it may not read for what is not there.
    if (kindOf(cause) === "not-permitted" || (isMissing && process.permission?.has("fs.read") === false)) {
      const message = `${slot} is not found in what Node may read; --permission needs --allow-fs-read for all packages`;
      throw obstacle("not-permitted", message, { cause });
    }
    throw isMissing ? obstacle("not-installed", `${slot} is not installed`) : cause;
  }
}

/**
 * @param {string} slot
 * @param {{ value: FullManifest, path: string, require: NodeJS.Require }} manifest
 * @param {Machine} machine
 * @param {Trail} trail
 */
function binaryOfManifest(slot, { value, path: manifest, require }, machine, trail) {
  if (value.version !== VERSION) {
    // An override keeps its version, whatever is installed again.
    const again = slot === SLOT ? `run oxbridge use ${value.backend}` : `install ${slot}@${VERSION}`;
    const message = `${slot} has version ${value.version}, but this package needs ${VERSION}; ${again}`;
    throw obstacle("other-version", message);
  }
  if (!isListOfPlatforms(value.platforms)) {
    throw obstacle("bad-slot", `${manifest} has no list of platforms; install ${slot} again`);
  }
  const { os, cpu } = machine;
  const platforms = value.platforms.filter(
    (one) => one.os === os && one.cpu === cpu && (machine.libc === undefined || one.libc === machine.libc),
  );
  if (platforms.length === 0) {
    throw obstacle("no-platform", `${slot} has no binary for ${[os, cpu, machine.libc].filter(Boolean).join(" ")}`);
  }
  if (platforms.length === 1) trail.package = platforms[0].package;
  const installed = platforms.flatMap((platform) => {
    const path = pathOf(platform, require);
    return path === undefined ? [] : [{ ...platform, path }];
  });
  if (installed.length === 0) {
    const missing = platforms.map(({ package: name, file }) => `no ${name}/${file}`);
    const message = `${runtime()} finds ${missing.join(" and ")}; optional dependencies may have been left out`;
    throw obstacle("no-binary", message);
  }
  const { package: name, path, size } = installed.length === 1 ? installed[0] : fittingOf(installed);
  Object.assign(trail, { package: name, file: path });
  const actual = statSync(path).size;
  // Opening a file that was cut off can kill the process.
  if (actual !== size) {
    throw obstacle("cut-off", `${path} has ${actual} bytes, but should have ${size}; install ${name} again`);
  }
  return path;
}

/**
 * @param {FullManifest["platforms"][number]} platform
 * @param {NodeJS.Require} require
 */
function pathOf({ package: name, file }, require) {
  try {
    return require.resolve(`${name}/${file}`);
  } catch (cause) {
    if (kindOf(cause) !== "not-permitted") return undefined;
    const message = `${name} may not be read; --permission needs --allow-fs-read for all packages`;
    throw obstacle("not-permitted", message, { cause });
  }
}

/**
 * The one for the C library of this process. Package managers that do not look at `libc` install a binary for each; only
 * then is it worth the time to ask.
 *
 * @template {{ libc?: string }} Platform
 * @param {Platform[]} installed
 */
function fittingOf(installed) {
  const { name } = libc();
  return installed.find((platform) => platform.libc === name) ?? installed[0];
}

/** @param {unknown} platforms */
function isListOfPlatforms(platforms) {
  const isOne = (/** @type {any} */ one) => typeof one?.package === "string" && typeof one.file === "string";
  return Array.isArray(platforms) && platforms.every(isOne);
}
