// What other implementations give for the data of `counters.js`, as JSON: `counters-oracle.js GROUP`.

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import * as wasm from "hash-wasm";
import { CHUNK, CHUNKS, GROUPS, OUTPUTS, TAIL } from "./huge-data.js";

/** @typedef {{ update: (bytes: Uint8Array) => void, digest: () => string }} Oracle gives hexadecimal digits */

/** @type {(name: string) => Oracle} */
function openssl(name) {
  const hasher = createHash(name, name in OUTPUTS ? { outputLength: OUTPUTS[name] } : {});
  return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest("hex") };
}

/** @returns {Oracle} */
function zlib() {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32(bytes, value);
    },
    digest: () => value.toString(16).padStart(8, "0"),
  };
}

/** Those that OpenSSL and zlib, inside Node, do not have. @type {Record<string, () => Promise<any>>} */
const HASH_WASM = {
  keccak256: () => wasm.createKeccak(256),
  blake2b256: () => wasm.createBLAKE2b(256),
  blake3: () => wasm.createBLAKE3(OUTPUTS.blake3 * 8),
  crc32c: () => wasm.createCRC32(0x82f63b78),
  "crc64-nvme": () => wasm.createCRC64("9a6c9329ac4bc9b5"),
  "crc64-xz": () => wasm.createCRC64(),
  adler32: wasm.createAdler32,
  xxh32: () => wasm.createXXHash32(),
  xxh64: () => wasm.createXXHash64(),
  "xxh3-64": () => wasm.createXXHash3(),
  "xxh3-128": () => wasm.createXXHash128(),
};

/** @param {string} name @returns {Promise<Oracle>} */
async function oracleOf(name) {
  if (name === "crc32") return zlib();
  if (!(name in HASH_WASM)) return openssl(name);
  const hasher = await HASH_WASM[name]();
  return { update: (bytes) => hasher.update(bytes), digest: () => hasher.digest("hex") };
}

/** @type {[string, Oracle][]} */
const oracles = [];
for (const name of GROUPS[process.argv[2]]) oracles.push([name, await oracleOf(name)]);
for (let i = 0; i < CHUNKS; i++) for (const [, oracle] of oracles) oracle.update(CHUNK);
/** @type {Record<string, string>} */
const digests = {};
for (const [name, oracle] of oracles) {
  oracle.update(TAIL);
  digests[name] = oracle.digest();
}
console.log(JSON.stringify(digests));
