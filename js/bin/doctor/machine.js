// What is known of this machine: the system, the processor and its level, the C library. What cannot be read is
// unknown, and in Deno permissions are looked at first, so that it never asks.

import { readFileSync } from "node:fs";
import process from "node:process";
import { libc } from "../../src/libc.js";
import { isPermitted } from "../../src/runtime.js";

/**
 * @typedef {object} Machine
 * @property {string} os as `os` of package.json has it
 * @property {string} cpu as `cpu` of package.json has it
 * @property {import("../../src/libc.js").Libc | null} libc null where there is only one
 * @property {string | null} level which instructions the processor has; null where there are no levels
 */

/** @returns {Machine} */
export function machine() {
  const { platform: os, arch: cpu } = process;
  return { os, cpu, libc: os === "linux" ? libcHere() : null, level: cpu === "x64" ? level(os) : null };
}

/** The flags of each level in /proc/cpuinfo, above those of the level before (System V ABI for x86-64, section 3.1.1). */
const LEVELS = [
  ["x86-64-v1", "lm cmov cx8 fpu fxsr mmx syscall sse sse2"],
  ["x86-64-v2", "cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2"],
  ["x86-64-v3", "avx avx2 bmi1 bmi2 f16c fma abm movbe"],
  ["x86-64-v4", "avx512f avx512bw avx512cd avx512dq avx512vl"],
];

/** @param {string} os */
function level(os) {
  const text = os === "linux" ? read("/proc/cpuinfo") : undefined;
  return levelOf(/^flags\s*:\s*(.*)$/m.exec(text ?? "")?.[1] ?? "");
}

/**
 * The highest level whose flags are all there.
 *
 * @param {string} flags as /proc/cpuinfo has them
 */
export function levelOf(flags) {
  const has = new Set(flags.split(" "));
  let highest = "unknown";
  for (const [level, needed] of LEVELS) {
    if (!needed.split(" ").every((flag) => has.has(flag))) break;
    highest = level;
  }
  return highest;
}

/**
 * The C library, which in Deno must be read to know its version.
 *
 * @returns {Machine["libc"]}
 */
function libcHere() {
  const { name, version } = libc();
  if (name !== "glibc" || version !== null) return { name, version };
  const [file] = /\/\S*\blibc\.so\.6$/m.exec(read("/proc/self/maps") ?? "") ?? [""];
  const text = file && read(file, "latin1");
  return { name, version: /GNU C Library [^\n]* version (\d+\.\d+)/.exec(text ?? "")?.[1] ?? null };
}

/**
 * The text of a file, if it may be read without asking.
 *
 * @param {string} path
 * @param {BufferEncoding} [encoding]
 */
function read(path, encoding = "utf8") {
  if (!isPermitted({ name: "read", path })) return undefined;
  try {
    return readFileSync(path, encoding);
  } catch {
    // Also in Deno that may read everything, but not do everything: files of /proc need all permissions.
    return undefined;
  }
}
