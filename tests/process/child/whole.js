// Gives one array of more than 4 GiB to functions in one call each, and says as JSON what came out. Run with the backend
// in the environment.

import { adler32, crc32, crc32c, crc64_nvme, hash, xxh3_64, xxh32 } from "oxbridge";
import { backend } from "oxbridge/backend";
import { CHUNK, CHUNKS, LENGTH, MIB, TAIL } from "./huge-data.js";

const bytes = new Uint8Array(LENGTH);
for (let i = 0; i < CHUNKS; i++) bytes.set(CHUNK, i * MIB);
bytes.set(TAIL, CHUNKS * MIB);

/** A number as the digits of a digest. @param {number | bigint} value */
const digits = (value) => value.toString(16).padStart(typeof value === "bigint" ? 16 : 8, "0");

/** @type {Record<string, string>} */
const digests = {};
for (const name of /** @type {const} */ (["sha1", "blake2b256", "crc64-xz", "xxh64", "xxh3-128"])) {
  digests[name] = hash(name, bytes);
}
for (const [name, value] of /** @type {[string, () => number | bigint][]} */ ([
  ["crc32", () => crc32(bytes)],
  ["crc32c", () => crc32c(bytes)],
  ["adler32", () => adler32(bytes)],
  ["crc64-nvme", () => crc64_nvme(bytes)],
  ["xxh32", () => xxh32(bytes)],
  ["xxh3-64", () => xxh3_64(bytes)],
])) {
  digests[name] = digits(value());
}
console.log(JSON.stringify({ name: backend().name, digests }));
