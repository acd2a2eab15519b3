// Builds the binaries of one platform as they are released, on a Linux or macOS machine of any kind: zig links for Linux
// and macOS, and brings their C libraries; MinGW links for Windows.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { buildBinaries } from "./binaries.js";
import { GLIBC, MACOS } from "./platforms.js";
import { flagsFor, hasRustTarget, root, run, shipped, target } from "./run.js";

/** @typedef {import("./platforms.js").Platform} Platform */

/** Where the binaries of a platform are, in a folder of its name. */
export const platformsFolder = join(root, "dist", "platforms");

/** From the Python Package Index: the command, and the linker. */
const ZIG = { "cargo-zigbuild": "0.24.0", ziglang: "0.17.1" };
const zigFolder = join(target, `zig-${Object.values(ZIG).join("-")}`);
const zigbuild = join(zigFolder, "bin", "cargo-zigbuild");

/** MinGW's compiler, which is Rust's linker for Windows. Debian has it in gcc-mingw-w64-x86-64. */
export const MINGW = "x86_64-w64-mingw32-gcc";

const SETUP = "node js/build/setup.js --cross";

/** Puts zig and its command into the target folder, unless they are there. */
export function installZig() {
  if (existsSync(zigbuild)) return;
  const packages = Object.entries(ZIG).map(([name, version]) => `${name}==${version}`);
  console.log(`setup: ${packages.join(" and ")}, from the Python Package Index`);
  run("python3", ["-m", "venv", zigFolder]);
  const python = join(zigFolder, "bin", "python");
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]);
}

/**
 * Builds the binaries of a platform into its folder.
 *
 * @param {Platform} platform
 * @returns {string} the folder
 */
export function buildPlatform(platform) {
  const { name, os, rust, linker } = platform;
  const lacking = lackingFor(platform);
  if (lacking !== undefined) throw new Error(`${lacking}; this installs it: ${SETUP}`);
  const { command, build, env } = linker === "zig" ? withZig(platform) : withMingw();
  const flags = flagsFor(platform.libc);
  const where = ["--target", platform.libc === "glibc" ? `${rust}.${GLIBC}` : rust];
  const folder = join(platformsFolder, name);
  rmSync(folder, { recursive: true, force: true }); // what fails to build must not leave what was built before
  buildBinaries({
    compile: (subcommand, ...args) => {
      run(command, [subcommand === "build" ? build : subcommand, ...shipped(flags), ...where, ...args], { env });
    },
    from: join(target, rust, "release"),
    folder,
    os,
  });
  return folder;
}

/**
 * What this machine lacks to build for a platform.
 *
 * @param {Platform} platform
 */
function lackingFor({ rust, linker }) {
  if (!hasRustTarget(rust)) return `the Rust target ${rust} is not installed`;
  if (linker === "zig" && !existsSync(zigbuild)) return `cargo-zigbuild ${ZIG["cargo-zigbuild"]} is not installed`;
  if (linker === "mingw" && spawnSync(MINGW, ["--version"]).status !== 0) return `${MINGW} is not installed`;
  return undefined;
}

/** @param {Platform} platform */
function withZig({ os, rust }) {
  const PATH = [join(zigFolder, "bin"), process.env.PATH].join(delimiter); // the python there has zig
  // cargo-zigbuild asks for debug information of C, which has paths of this machine, and stays in a static library.
  const common = { PATH, [`CFLAGS_${rust.replaceAll("-", "_")}`]: "-g0" };
  /** @type {Record<string, string>} */
  const env = os === "darwin" ? { ...common, MACOSX_DEPLOYMENT_TARGET: MACOS } : common;
  return { command: zigbuild, build: "zigbuild", env };
}

/**
 * The build script of napi-rs wants to link with a library `node`. There is none for MinGW, and none is needed: on Windows
 * the addon looks Node's functions up when it is loaded. An empty one satisfies the linker.
 */
function withMingw() {
  const LIBNODE_PATH = join(target, "empty-libnode");
  mkdirSync(LIBNODE_PATH, { recursive: true });
  writeFileSync(join(LIBNODE_PATH, "libnode.dll"), "");
  writeFileSync(join(LIBNODE_PATH, "libnode.a"), "!<arch>\n");
  return { command: "cargo", build: "build", env: { LIBNODE_PATH } };
}
