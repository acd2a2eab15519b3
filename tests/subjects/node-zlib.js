// The subject `node:zlib`: one checksum, which goes on from a value.

import { apiOf } from "./api.js";

export const name = "node:zlib";
export const title = "node:zlib, crc32";

const load = () => /** @type {any} */ (globalThis.process?.getBuiltinModule?.("node:zlib"));

/** Why this runtime does not have it. */
export function available() {
  if (load() === undefined) return "this runtime has no node:zlib";
  return typeof load().crc32 === "function" ? undefined : "node:zlib of this runtime has no crc32";
}

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  const { crc32 } = load();
  // The function counts its arguments: an undefined value is an error.
  return apiOf({ crc32: { checksum: (data, value) => (value === undefined ? crc32(data) : crc32(data, value)) } });
}
