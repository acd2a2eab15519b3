// The platforms that there are binaries for: those that the doctor names, and what building for each takes.

import process from "node:process";
import { TARGETS } from "../bin/doctor/targets.js";
import { libc } from "../src/libc.js";

/**
 * @typedef {object} How
 * @property {string} rust the target of the Rust compiler
 * @property {"zig" | "lld" | "mingw"} linker who links
 */

/** @typedef {import("../bin/doctor/targets.js").Target & How} Platform */

/** The oldest glibc that released binaries run with: that of Red Hat Enterprise Linux 7. */
export const GLIBC = "2.17";
/** The oldest macOS that they run on: the first for Apple's own processors. */
export const MACOS = "11.0";

/** @type {Record<string, How>} */
const HOW = {
  "linux-x64-gnu": { rust: "x86_64-unknown-linux-gnu", linker: "zig" },
  "linux-x64-musl": { rust: "x86_64-unknown-linux-musl", linker: "zig" },
  "linux-arm64-gnu": { rust: "aarch64-unknown-linux-gnu", linker: "zig" },
  "linux-arm64-musl": { rust: "aarch64-unknown-linux-musl", linker: "zig" },
  "darwin-arm64": { rust: "aarch64-apple-darwin", linker: "lld" },
  "darwin-x64": { rust: "x86_64-apple-darwin", linker: "lld" },
  // It runs in a Node that was built with MSVC, because all that the two share is Node-API.
  "win32-x64-msvc": { rust: "x86_64-pc-windows-gnu", linker: "mingw" },
};

/** @type {readonly Platform[]} */
export const PLATFORMS = TARGETS.map((target) => {
  const how = HOW[target.name];
  if (how === undefined) throw new Error(`js/build/platforms.js does not say how ${target.name} is built`);
  return { ...target, ...how };
});

const NAMES = PLATFORMS.map(({ name }) => name).join(", ");

/** The platform of this machine. */
export function hostPlatform() {
  const { platform: os, arch: cpu } = process;
  const here = os === "linux" ? libc().name : undefined;
  const platform = PLATFORMS.find((one) => one.os === os && one.cpu === cpu && one.libc === here);
  if (platform !== undefined) return platform;
  const machine = [os, cpu, here].filter(Boolean).join(" ");
  throw new Error(`there is no package for this machine, ${machine}; there is one for each of ${NAMES}`);
}

/**
 * The platforms that an option names, or all.
 *
 * @param {string} option
 * @param {string | undefined} value their names, with commas between
 */
export function platformsOf(option, value) {
  if (value === undefined) return PLATFORMS;
  const names = value.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !PLATFORMS.some((platform) => platform.name === name));
  if (unknown.length > 0) {
    const named = unknown.map((name) => JSON.stringify(name)).join(", ");
    throw new Error(`${option}: there is no platform ${named}; there is ${NAMES}`);
  }
  return PLATFORMS.filter(({ name }) => names.includes(name));
}
