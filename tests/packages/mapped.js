// Which binaries of Oxbridge the operating system has mapped into this process: proof that needs no word of theirs.

import { readFileSync } from "node:fs";
import process from "node:process";

/** Their paths, in alphabetical order. */
export function mappedBinaries() {
  const paths = process.platform === "win32" ? modulesOfReport() : mappedFiles();
  const ours = paths.filter((path) => /[/\\](oxbridge-\w+\.node|liboxbridge\.so|oxbridge\.dll)$/.test(path));
  return [...new Set(ours)].sort();
}

/** The files that Linux has mapped. */
function mappedFiles() {
  const maps = readFileSync("/proc/self/maps", "utf8");
  return maps.split("\n").map((line) => line.slice(line.indexOf("/")));
}

/** The modules that Windows has loaded, as Node's report lists them; Wine survives just one report. @returns {string[]} */
function modulesOfReport() {
  const report = /** @type {{ sharedObjects: string[] }} */ (/** @type {unknown} */ (process.report.getReport()));
  return report.sharedObjects;
}
