// The subject `hash-wasm`: the package of that name, which is WebAssembly. Its functions give promises of digits; its
// hashers take time to make, so there is one of each algorithm, made at the beginning.

import * as wasm from "hash-wasm";
import { apiOf, bytesOfDigits, Lacks } from "./api.js";

export const name = "hash-wasm";
export const title = "hash-wasm";

/** Why this runtime does not have it. */
export const available = () => (typeof WebAssembly === "object" ? undefined : "this runtime has no WebAssembly");

const CRC32C = 0x82f63b78;
const CRC64_NVME = "9a6c9329ac4bc9b5";

/**
 * The function and the hasher of each algorithm.
 *
 * @type {Record<string, [(data: any) => Promise<string>, () => Promise<any>]>}
 */
const HASHES = {
  md5: [wasm.md5, wasm.createMD5],
  sha1: [wasm.sha1, wasm.createSHA1],
  sha224: [wasm.sha224, wasm.createSHA224],
  sha256: [wasm.sha256, wasm.createSHA256],
  sha384: [wasm.sha384, wasm.createSHA384],
  sha512: [wasm.sha512, wasm.createSHA512],
  "sha3-224": [(data) => wasm.sha3(data, 224), () => wasm.createSHA3(224)],
  "sha3-256": [(data) => wasm.sha3(data, 256), () => wasm.createSHA3(256)],
  "sha3-384": [(data) => wasm.sha3(data, 384), () => wasm.createSHA3(384)],
  "sha3-512": [(data) => wasm.sha3(data, 512), () => wasm.createSHA3(512)],
  keccak256: [(data) => wasm.keccak(data, 256), () => wasm.createKeccak(256)],
  ripemd160: [wasm.ripemd160, wasm.createRIPEMD160],
  blake2b512: [(data) => wasm.blake2b(data, 512), () => wasm.createBLAKE2b(512)],
  blake2b256: [(data) => wasm.blake2b(data, 256), () => wasm.createBLAKE2b(256)],
  blake2s256: [(data) => wasm.blake2s(data, 256), () => wasm.createBLAKE2s(256)],
  blake3: [(data) => wasm.blake3(data), () => wasm.createBLAKE3()],
  crc32: [(data) => wasm.crc32(data), () => wasm.createCRC32()],
  crc32c: [(data) => wasm.crc32(data, CRC32C), () => wasm.createCRC32(CRC32C)],
  "crc64-nvme": [(data) => wasm.crc64(data, CRC64_NVME), () => wasm.createCRC64(CRC64_NVME)],
  "crc64-xz": [(data) => wasm.crc64(data), () => wasm.createCRC64()],
  adler32: [wasm.adler32, wasm.createAdler32],
  xxh32: [(data) => wasm.xxhash32(data), () => wasm.createXXHash32()],
  xxh64: [(data) => wasm.xxhash64(data), () => wasm.createXXHash64()],
  "xxh3-64": [(data) => wasm.xxhash3(data), () => wasm.createXXHash3()],
  "xxh3-128": [(data) => wasm.xxhash128(data), () => wasm.createXXHash128()],
};

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  /** @type {Record<string, import("./api.js").Way>} */
  const ways = {};
  for (const [algorithm, [later, make]] of Object.entries(HASHES)) {
    const [whole, pieces] = [await make(), await make()];
    /** @type {(hasher: any, encoding: string) => import("./api.js").Digest} */
    const digest = (hasher, encoding) => hasher.digest(encoding === "hex" ? "hex" : "binary");
    ways[algorithm] = {
      later: async (data, { encoding }) => {
        const digits = await later(data);
        return encoding === "hex" ? digits : bytesOfDigits(digits);
      },
      digest: (data, { encoding }) => digest(whole.init().update(data), encoding),
      hasher: oneAtATime(algorithm, pieces, digest),
    };
  }
  return apiOf(ways);
}

/**
 * The one hasher of an algorithm, which belongs to whoever made it until its digest, or until it is freed.
 *
 * @param {string} algorithm
 * @param {any} hasher
 * @param {(hasher: any, encoding: string) => import("./api.js").Digest} digest
 * @returns {() => import("./api.js").Digester}
 */
function oneAtATime(algorithm, hasher, digest) {
  /** @type {import("./api.js").Digester | undefined} */
  let owner;
  const take = (/** @type {import("./api.js").Digester} */ self) => {
    if (owner !== undefined && owner !== self) throw new Lacks(`two hashers of ${algorithm} at once`);
    owner = self;
    hasher.init();
  };
  const leave = (/** @type {import("./api.js").Digester} */ self) => {
    if (owner === self) owner = undefined;
  };
  return () => {
    /** @type {import("./api.js").Digester} */
    const self = {
      update: (data) => hasher.update(data),
      digest: (encoding) => {
        const given = digest(hasher, encoding);
        leave(self);
        return given;
      },
      reset: () => take(self),
      free: () => leave(self),
    };
    take(self);
    return self;
  };
}
