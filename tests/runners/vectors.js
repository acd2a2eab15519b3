// Reads the official vectors, where there is a file system.

import { readFileSync } from "node:fs";
import { VECTOR_FILES } from "../suite/suite.js";

export function readVectors() {
  const read = (/** @type {string} */ file) => readFileSync(new URL(`../vectors/${file}`, import.meta.url), "utf8");
  return Object.fromEntries(VECTOR_FILES.map((file) => [file, read(file)]));
}
