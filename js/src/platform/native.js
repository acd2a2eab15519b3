// Reaches native code in Node, Bun and Deno.

import { openAddon } from "../backends/addon.js";
import { openLibrary } from "../backends/cabi.js";
import { findBinary } from "../find.js";

/**
 * Finds and opens a binary.
 *
 * @param {"napi" | "neon" | "cabi"} name
 * @returns {Omit<import("../choose.js").Backend, "name">}
 */
export function openNative(name) {
  const file = findBinary(name);
  const rows = name === "cabi" ? openLibrary(file) : openAddon(name, file);
  const proof = () => ({ digest: rows.interface_digest(), calls: Number(rows.interface_calls()) });
  return { file, proof, rows: () => rows };
}
