// Reaches native code in Node, Bun and Deno.

import { openAddon } from "../backends/addon.js";
import { openLibrary } from "../backends/cabi.js";
import { findBinary } from "../find.js";

/**
 * Finds and opens a binary.
 *
 * @param {"napi" | "neon" | "cabi"} name
 * @returns {{ file: string, rows: () => import("../load.js").Rows }}
 */
export function openNative(name) {
  const file = findBinary(name);
  const rows = name === "cabi" ? openLibrary(file) : openAddon(name, file);
  return { file, rows: () => rows };
}
