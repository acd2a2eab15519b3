// What this process takes of the machine: time of the processors, and memory.

import { readFileSync } from "node:fs";

const scope = /** @type {any} */ (globalThis);

/** @param {number} ms */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * How much time all threads of this process have had so far, in milliseconds; in steps of 10.
 * The kernel's own number, because Deno 2.9 gives the same one as the time of the program and that of the system.
 */
export function processorTime() {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** How much time all programs of this machine have had so far, in milliseconds; in steps of 10. */
export function busyTime() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "utf8")
    .split(/ +/)
    .slice(1)
    .map(Number);
  return 10 * (user + nice + system + irq + softirq + steal);
}

/** How much time the thread that calls this has had so far, in milliseconds. */
export const threadTime = () => Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;

/** Collects garbage, and lets everything run that waits for it. */
export async function collect() {
  for (let i = 0; i < 3; i++) {
    if (scope.Bun) scope.Bun.gc(true);
    else scope.gc();
    await pause(5);
  }
}

/** How much memory of this process is in the machine, in MiB: the least of several readings, each without garbage. */
export async function memory() {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    await collect();
    least = Math.min(least, resident());
  }
  return least;
}

/** How much memory of this process is in the machine right now, in MiB. */
export const resident = () => process.memoryUsage().rss / 2 ** 20;
