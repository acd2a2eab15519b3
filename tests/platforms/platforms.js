// The platforms that the suite is run on besides this machine's, and what must hold for a cell there. Pure; it runs
// nothing.

import { TARGETS } from "../../js/bin/doctor/targets.js";
import { countText, table } from "../../js/build/table.js";

/** @typedef {import("../matrix.js").Level} Level */

/**
 * A platform whose binaries this machine can run, natively or emulated.
 *
 * @typedef {object} Platform
 * @property {string} what what it is, for people
 * @property {string[]} runtimes
 * @property {string[]} [short] the backends that run a part of the suite, because all of it takes long
 */

/** Each platform, by its name in the packages. @type {Record<string, Platform>} */
export const PLATFORMS = {
  "linux-x64-musl": { what: "Linux with the C library musl, on this machine's processor", runtimes: ["node24", "bun"] },
  "win32-x64-msvc": { what: "Windows, which Wine stands in for, on this machine's processor", runtimes: ["node22"] },
  "linux-arm64-gnu": {
    what: "Linux on arm64, which QEMU emulates",
    runtimes: ["node22"],
    short: ["neon", "wasm", "cabi"],
  },
};

const BACKENDS = ["napi", "neon", "wasm", "cabi"];

/** One run of the suite. @typedef {{ platform: string, runtime: string, backend: string, level: Level }} What */

/**
 * What runs on a platform.
 *
 * @param {string} platform
 * @returns {What[]}
 */
export function cellsOf(platform) {
  const { runtimes, short = [] } = PLATFORMS[platform];
  return runtimes.flatMap((runtime) =>
    BACKENDS.map((backend) => ({ platform, runtime, backend, level: short.includes(backend) ? "short" : "full" })),
  );
}

/**
 * Where a cell ran, as its own process says.
 *
 * @typedef {object} Where
 * @property {string} os
 * @property {string} cpu
 * @property {string} [libc] on Linux
 * @property {string} version of the runtime
 * @property {string[]} loaded the binaries of Oxbridge that the system has loaded into the process
 */

/**
 * Where a cell ran, among what its script has printed.
 *
 * @param {string} stdout
 * @returns {Where}
 */
export function readWhere(stdout) {
  const line = /^WHERE (.*)$/m.exec(stdout);
  if (line === null) throw new Error(`the process did not say where it ran:\n${stdout.slice(-2000)}`);
  return JSON.parse(line[1]);
}

/**
 * Throws unless a cell ran on its platform, in the runtime that was asked for, and with no binary of Oxbridge in its
 * process but the one that the loader took from the platform's folder.
 *
 * @param {What} what
 * @param {{ version: string, folder: string }} expected the version of the runtime, and where the platform's binaries
 *   are, as the process names the folder
 * @param {Where} where
 * @param {string | null} file the binary that the loader took
 */
export function judgeWhere({ platform, runtime, backend }, { version, folder }, where, file) {
  const target = TARGETS.find(({ name }) => name === platform);
  const [wanted, found] = [
    [target?.os, target?.cpu, target?.libc, version],
    [where.os, where.cpu, where.libc, where.version],
  ].map((words) => words.filter(Boolean).join(" "));
  if (found !== wanted) throw new Error(`${runtime} must be on ${wanted}, but the process says it ran on ${found}`);
  const loaded = where.loaded.join(", ") || "none";
  if (backend === "wasm") {
    if (file === null && where.loaded.length === 0) return;
    throw new Error(`wasm must load no binary, but it took ${file}, and the system has loaded ${loaded}`);
  }
  if (file === null || !isInside(file, folder)) throw new Error(`${backend} took ${file}, which is not in ${folder}`);
  if (loaded !== file) throw new Error(`${backend} took ${file}, but the system has loaded ${loaded}`);
}

/**
 * Whether a file is directly in a folder, in the way in which that platform writes paths.
 *
 * @param {string} file
 * @param {string} folder
 */
const isInside = (file, folder) => file.startsWith(folder) && /^[/\\][^/\\]+$/.test(file.slice(folder.length));

/**
 * What a cell has given; `null` where it failed.
 *
 * @typedef {What & { version: string, cases: number | null, twins: number | null, calls: number | null,
 *   equal: boolean, seconds: number }} Outcome
 */

const COLUMNS = ["platform", "runtime", "backend", "suite", "cases", "as promises", "calls", "digests", "time"];

/**
 * A table for people.
 *
 * @param {Outcome[]} outcomes
 */
export function textOf(outcomes) {
  const rows = outcomes.map(({ platform, runtime, version, backend, level, cases, twins, calls, equal, seconds }) => [
    ...[platform, `${runtime.replace(/\d+$/, "")} ${version}`, backend, level],
    ...[countText(cases), countText(twins), countText(calls)],
    ...[equal ? "equal" : "not equal", `${Math.round(seconds)} s`],
  ]);
  return table([COLUMNS, ...rows], 4);
}
