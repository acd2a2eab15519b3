// The machine that is measured, and whether it is idle enough.

import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";

/** The load average per core above which ratios are not worth reading. */
export const BUSY = 0.5;

/** The load average of the last minute, per core. */
export const loadPerCore = () => loadavg()[0] / availableParallelism();

/**
 * @param {number} load
 * @returns {import("./results.js").Machine}
 */
export function describeMachine(load) {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    platform: `${process.platform}-${process.arch}`,
    loadPerCore: load,
    busy: load > BUSY,
    flags:
      process.platform === "linux" && process.arch === "x64" ? flagsIn(readFileSync("/proc/cpuinfo", "utf8")) : null,
  };
}

/** The flags of the first processor. @param {string} text of /proc/cpuinfo */
const flagsIn = (text) => /^flags\s*:\s*(.*)$/m.exec(text)?.[1].trim().split(/\s+/) ?? null;
