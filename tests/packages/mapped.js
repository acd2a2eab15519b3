// Which binaries of Oxbridge the operating system has mapped into this process: proof that needs no word of theirs.

import { readFileSync } from "node:fs";

/** Their paths, in alphabetical order. */
export function mappedBinaries() {
  const maps = readFileSync("/proc/self/maps", "utf8");
  const paths = maps.split("\n").map((line) => line.slice(line.indexOf("/")));
  return [...new Set(paths.filter((path) => /\/(oxbridge-\w+\.node|liboxbridge\.so)$/.test(path)))].sort();
}
