// The committed digests: one line for each case, which every subject shares.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../js/build/run.js";

/** Where they are. */
export const digestFile = join(root, "tests", "digests.txt");

/** The digest of each case, by its name. */
export function knownDigests() {
  const lines = readFileSync(digestFile, "utf8").trim().split("\n");
  return new Map(lines.map((line) => [JSON.parse(line.slice(line.indexOf(" "))), line.slice(0, line.indexOf(" "))]));
}
