// Builds the binaries of one platform as they are released, on a Linux machine of any kind: zig compiles C for Linux and
// macOS, brings their C libraries, and links for Linux; LLD links for macOS, and MinGW for Windows.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { buildBinaries } from "./binaries.js";
import { macosLinker } from "./macos.js";
import { GLIBC, MACOS } from "./platforms.js";
import { environmentForC, flagsFor, hasRustTarget, root, run, shipped, target } from "./run.js";

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
  const { name, os, rust } = platform;
  const lacking = lackingFor(platform);
  if (lacking !== undefined) throw new Error(`${lacking}; this installs it: ${SETUP}`);
  const { command, build, env, flags = [], config = [] } = HOW[platform.linker](platform);
  const all = [...shipped([...flagsFor(platform.libc), ...flags]), ...config];
  const where = ["--target", platform.libc === "glibc" ? `${rust}.${GLIBC}` : rust];
  const folder = join(platformsFolder, name);
  rmSync(folder, { recursive: true, force: true }); // what fails to build must not leave what was built before
  buildBinaries({
    compile: (subcommand, ...args) => {
      run(command, [subcommand === "build" ? build : subcommand, ...all, ...where, ...args], { env });
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
  if (linker !== "mingw" && !existsSync(zigbuild)) return `cargo-zigbuild ${ZIG["cargo-zigbuild"]} is not installed`;
  if (linker === "mingw" && spawnSync(MINGW, ["--version"]).status !== 0) return `${MINGW} is not installed`;
  return undefined;
}

/**
 * How Cargo is run for a platform.
 *
 * @typedef {object} Run
 * @property {string} command
 * @property {string} build the subcommand that builds
 * @property {Record<string, string>} env
 * @property {string[]} [flags] for Rust's compiler
 * @property {string[]} [config] for Cargo
 */

/**
 * @param {Platform} platform
 * @returns {Run}
 */
function withZig({ os, cpu, rust }) {
  const PATH = [join(zigFolder, "bin"), process.env.PATH].join(delimiter); // the python there has zig
  // cargo-zigbuild asks for debug information of C, which has paths of this machine, and stays in a static library.
  const env = { PATH, ...environmentForC(`CFLAGS_${rust.replaceAll("-", "_")}`, { os, cpu }, "-g0") };
  return { command: zigbuild, build: "zigbuild", env };
}

/**
 * @param {Platform} platform
 * @returns {Run}
 */
function withLld(platform) {
  const run = withZig(platform);
  const { linker, sdk } = macosLinker(fileOfZig("lib/libc/darwin/libSystem.tbd"), lldOfRust());
  return {
    ...run,
    env: { ...run.env, MACOSX_DEPLOYMENT_TARGET: MACOS, SDKROOT: sdk },
    flags: ["-C", "linker-flavor=ld64.lld"],
    config: ["--config", `target.${platform.rust}.linker=${JSON.stringify(linker)}`],
  };
}

/** @param {string} path */
function fileOfZig(path) {
  const program = `import ziglang, pathlib; print(pathlib.Path(ziglang.__file__).parent / ${JSON.stringify(path)})`;
  return execFileSync(join(zigFolder, "bin", "python"), ["-c", program], { encoding: "utf8" }).trim();
}

/** The linker that comes with Rust for the machine that it runs on. */
function lldOfRust() {
  const ask = (/** @type {string[]} */ ...args) => execFileSync("rustc", args, { cwd: root, encoding: "utf8" });
  const host = /^host: (.*)$/m.exec(ask("-vV"))?.[1];
  return join(ask("--print", "sysroot").trim(), "lib", "rustlib", `${host}`, "bin", "rust-lld");
}

/**
 * The build script of napi-rs wants to link with a library `node`. There is none for MinGW, and none is needed: on Windows
 * the addon looks Node's functions up when it is loaded. An empty one satisfies the linker.
 *
 * @returns {Run}
 */
function withMingw() {
  const LIBNODE_PATH = join(target, "empty-libnode");
  mkdirSync(LIBNODE_PATH, { recursive: true });
  writeFileSync(join(LIBNODE_PATH, "libnode.dll"), "");
  writeFileSync(join(LIBNODE_PATH, "libnode.a"), "!<arch>\n");
  return { command: "cargo", build: "build", env: { LIBNODE_PATH } };
}

/** @type {Record<Platform["linker"], (platform: Platform) => Run>} */
const HOW = { zig: withZig, lld: withLld, mingw: withMingw };
