// Sets up what a build and the tests need and this machine lacks: npm packages, the WebAssembly target, with `--tests` a
// Chromium, valgrind, pkg-config, and what counts instructions, with `--emulator` what emulates other processors, with
// `--cross` what builds for other platforms, and with `--platforms` what runs those binaries. Quick where everything is
// there; says what it does.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasRustTarget, root, run } from "./run.js";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  throw new Error(`Node ${process.versions.node} is too old; the repository needs 20.19 or newer`);
}

/** Installs the packages of the lock file, unless exactly these are there. */
function installPackages() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = join(root, "node_modules", ".oxbridge-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("setup: npm packages");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, lock);
}

/**
 * Adds a target to the toolchain of `rust-toolchain.toml`.
 *
 * @param {string} target
 */
function installTarget(target) {
  if (hasRustTarget(target)) return;
  console.log(`setup: the Rust target ${target}`);
  run("rustup", ["target", "add", target]);
}

/**
 * Installs some of Debian's packages, where that can be done.
 *
 * @param {string[]} names
 */
function installFromDebian(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    const command = `apt-get install ${names.join(" ")}`;
    throw new Error(`${names.join(", ")} must be installed; do it (on Debian: ${command}) and run this again`);
  }
  console.log(`setup: ${names.join(", ")}, from Debian's packages`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["-qq", "update"], { env });
  run("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...names], { env });
}

/** A browser for one column of the matrix, what the C programs need, and what counts instructions with valgrind. */
async function installTestTools() {
  const { findChromium } = await import("../../tests/runners/site.js");
  if (findChromium() === undefined) installFromDebian("chromium");
  if (spawnSync("valgrind", ["--version"]).status !== 0) installFromDebian("valgrind");
  if (spawnSync("pkg-config", ["--version"]).status !== 0) installFromDebian("pkgconf");
  // For the parts that must do without the network: the crates of every target.
  run("cargo", ["fetch", "--locked", "--quiet"]);
  const { installRunner } = await import("../../tests/instructions/runner.js");
  installRunner();
}

/** What runs programs for Linux x64 as on a processor with fewer features. */
function installEmulator() {
  if (spawnSync("qemu-x86_64", ["--version"]).status !== 0) installFromDebian("qemu-user");
}

/**
 * Installs Python with modules that Debian has in packages of their own.
 *
 * @param {string} modules
 * @param {string} name the package, which brings Python too
 */
function installPython(modules, name) {
  if (spawnSync("python3", ["-c", `import ${modules}`]).status !== 0) installFromDebian(name);
}

/** What compiles and links for every platform; see `cross.js`. */
async function installCrossTools() {
  const { installZig, MINGW } = await import("./cross.js");
  const { PLATFORMS } = await import("./platforms.js");
  for (const { rust } of PLATFORMS) installTarget(rust);
  installPython("ensurepip, venv", "python3-venv");
  installZig();
  if (spawnSync(MINGW, ["--version"]).status !== 0) installFromDebian("gcc-mingw-w64-x86-64");
}

/** What runs the binaries of other platforms: emulators, libraries and runtimes. */
async function installPlatforms() {
  const { DEBIAN, fetchRuntimes } = await import("../../tests/platforms/fetch.js");
  const missing = Object.entries(DEBIAN).filter(([file]) => !existsSync(file));
  if (missing.length > 0) installFromDebian(...missing.map(([, name]) => name));
  installPython("pip", "python3-pip");
  fetchRuntimes();
}

installPackages();
installTarget("wasm32-unknown-unknown");
if (process.argv.includes("--tests")) await installTestTools();
if (process.argv.includes("--emulator")) installEmulator();
if (process.argv.includes("--cross")) await installCrossTools();
if (process.argv.includes("--platforms")) await installPlatforms();
