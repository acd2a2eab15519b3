// Runs the commands that a build needs, and knows where things are.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The top of the repository. */
export const root = resolve(import.meta.dirname, "..", "..");
/** Where Cargo builds. */
export const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/**
 * Runs a command to its end; what it prints is shown.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function run(command, args, { env = {}, cwd = root } = {}) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) throw new Error(`failed with ${status}: ${command} ${args.join(" ")}`);
}

// What is shipped must not say where it was built. The flags go through `target.*.rustflags`, because only that source
// is joined with the flags of `.cargo/config.toml` instead of replacing them.
const cargoHome = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
const remap = [`--remap-path-prefix=${root}=oxbridge`, `--remap-path-prefix=${cargoHome}=cargo`];

/**
 * What Cargo is told for everything that is shipped.
 *
 * @param {string[]} [flags] more flags for the Rust compiler
 */
export function shipped(flags = []) {
  return ["--config", `target.'cfg(all())'.rustflags=${JSON.stringify([...remap, ...flags])}`];
}

/**
 * The flags that a C library of Linux takes. An addon is loaded into a program that has its C library already; for musl,
 * Rust would link another one in, and makes no shared libraries then.
 *
 * @param {string | undefined} libc as `libc` of package.json has it
 */
export const flagsFor = (libc) => (libc === "musl" ? ["-C", "target-feature=-crt-static"] : []);

/**
 * The environment in which C is compiled for a platform.
 *
 * @param {string} name of the variable with the compiler's flags
 * @param {{ os: string, cpu: string }} platform
 * @param {string} [flags] more of them
 * @returns {Record<string, string>}
 */
export function environmentForC(name, { os, cpu }, flags) {
  if (os !== "linux" || cpu !== "arm64") return flags === undefined ? {} : { [name]: flags };
  const hidden = `-include '${join(import.meta.dirname, "hidden.h")}'`;
  return { [name]: flags === undefined ? hidden : `${flags} ${hidden}`, CC_SHELL_ESCAPED_FLAGS: "1" };
}

/**
 * Runs Cargo for something that is shipped.
 *
 * @param {string[]} args
 */
export function cargo(...args) {
  run("cargo", [...shipped(), ...args]);
}

/**
 * Whether the toolchain of `rust-toolchain.toml` can compile for a target.
 *
 * @param {string} name
 */
export function hasRustTarget(name) {
  const sysroot = execFileSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).trim();
  return existsSync(join(sysroot, "lib", "rustlib", name));
}
