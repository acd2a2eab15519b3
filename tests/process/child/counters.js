// Puts more than 4 GiB through every algorithm of a group, in each way that counts for itself, and says as JSON what came
// out: `counters.js GROUP`. Run with the backend in the environment.

import * as oxbridge from "oxbridge";
import { createHash, hashes, restoreHash } from "oxbridge";
import { backend } from "oxbridge/backend";
import { CHUNK, CHUNKS, GROUPS, LENGTH, OUTPUTS, TAIL } from "./huge-data.js";

/** The functions of checksums that go on. @type {Record<string, [append: string, combine: string, empty: number | bigint]>} */
const RUNNING = {
  crc32: ["crc32", "crc32Combine", 0],
  crc32c: ["crc32c", "crc32cCombine", 0],
  "crc64-nvme": ["crc64_nvme", "crc64NvmeCombine", 0n],
  "crc64-xz": ["crc64_xz", "crc64XzCombine", 0n],
  adler32: ["adler32", "adler32Combine", 1],
};
const api = /** @type {Record<string, any>} */ (oxbridge);

/** A checksum as the digits of its digest. @param {number | bigint} value */
const digits = (value) => value.toString(16).padStart(typeof value === "bigint" ? 16 : 8, "0");

/** @type {Set<string>} */
const saves = new Set(hashes().flatMap((about) => (about.saves ? [about.name] : [])));
const group = GROUPS[process.argv[2]];
const hashers = group.map(
  (name) => /** @type {const} */ ([name, createHash(/** @type {any} */ (name), optionsOf(name))]),
);
const numbers = group
  .filter((name) => name in RUNNING)
  .map((name) => {
    const [append, combine, empty] = RUNNING[name];
    return { name, append: api[append], combine: api[combine], first: api[append](CHUNK), rest: empty };
  });

/** @param {string} name @returns {any} */
function optionsOf(name) {
  return name in OUTPUTS ? { outputLength: OUTPUTS[name] } : {};
}

/** @param {Uint8Array} bytes */
function goOn(bytes) {
  for (const number of numbers) number.rest = number.append(bytes, number.rest);
}

const start = performance.now();
for (let i = 0; i < CHUNKS; i++) {
  for (const [, hasher] of hashers) hasher.update(CHUNK);
  if (i > 0) goOn(CHUNK);
}
/** Each way, by name: the digest of every algorithm. @type {Record<string, Record<string, string>>} */
const ways = { hashers: {}, "restored hashers": {}, "parts that are combined": {} };
for (const [name, hasher] of hashers) {
  // What is saved has the count as well.
  if (saves.has(name)) ways["restored hashers"][name] = restoreHash(hasher.save()).update(TAIL).digest();
  ways.hashers[name] = hasher.update(TAIL).digest();
}
goOn(TAIL);
for (const { name, combine, first, rest } of numbers) {
  ways["parts that are combined"][name] = digits(combine(first, rest, LENGTH - CHUNK.length));
}
console.log(JSON.stringify({ name: backend().name, ways, ms: Math.round(performance.now() - start) }));
