// The subject `hash-wasm`: the package of that name, which is WebAssembly. Its functions give promises of digits; its
// hashers take time to make, so there is one of each algorithm, made at the beginning, and one with each set of options
// that the suite has.

import * as wasm from "hash-wasm";
import { OPTION_SETS, passed } from "../suite/option-sets.js";
import { apiOf, bytesOfDigits, Lacks } from "./api.js";

/** @typedef {import("./api.js").Options} Options */
/** @typedef {(data: any, options: any) => Promise<string>} Later */
/** @typedef {(options: any) => Promise<any>} Make */

export const name = "hash-wasm";
export const title = "hash-wasm";

/** Why this runtime does not have it. */
export const available = () => (typeof WebAssembly === "object" ? undefined : "this runtime has no WebAssembly");

const CRC32C = 0x82f63b78;
const CRC64_NVME = "9a6c9329ac4bc9b5";

const MAC = ["key", "outputLength"];
const SEED = ["seed"];

/**
 * BLAKE2 or BLAKE3, which there are told the bits of the output, and a key.
 *
 * @param {(data: any, bits: number, key?: any) => Promise<string>} later
 * @param {(bits: number, key?: any) => Promise<any>} make
 * @param {number} length in bytes
 * @returns {[Later, Make, string[]]}
 */
const blake = (later, make, length) => [
  (data, { key, outputLength = length }) => later(data, outputLength * 8, key),
  ({ key, outputLength = length }) => make(outputLength * 8, key),
  MAC,
];

/**
 * xxHash, which there is told the lower and the higher half of its seed.
 *
 * @param {(data: any, low: number, high: number) => Promise<string>} later
 * @param {(low: number, high: number) => Promise<any>} make
 * @returns {[Later, Make, string[]]}
 */
const xxh = (later, make) => [
  (data, { seed }) => later(data, ...halvesOf(seed)),
  ({ seed }) => make(...halvesOf(seed)),
  SEED,
];
/** @type {(seed?: number | bigint) => [number, number]} */
const halvesOf = (seed = 0) => [Number(BigInt(seed) & 0xffffffffn), Number(BigInt(seed) >> 32n)];

/**
 * The function and the hasher of each algorithm, and the options that both take.
 *
 * @type {Record<string, [Later, Make, string[]?]>}
 */
const HASHES = {
  md5: [(data) => wasm.md5(data), () => wasm.createMD5()],
  sha1: [(data) => wasm.sha1(data), () => wasm.createSHA1()],
  sha224: [(data) => wasm.sha224(data), () => wasm.createSHA224()],
  sha256: [(data) => wasm.sha256(data), () => wasm.createSHA256()],
  sha384: [(data) => wasm.sha384(data), () => wasm.createSHA384()],
  sha512: [(data) => wasm.sha512(data), () => wasm.createSHA512()],
  "sha3-224": [(data) => wasm.sha3(data, 224), () => wasm.createSHA3(224)],
  "sha3-256": [(data) => wasm.sha3(data, 256), () => wasm.createSHA3(256)],
  "sha3-384": [(data) => wasm.sha3(data, 384), () => wasm.createSHA3(384)],
  "sha3-512": [(data) => wasm.sha3(data, 512), () => wasm.createSHA3(512)],
  keccak256: [(data) => wasm.keccak(data, 256), () => wasm.createKeccak(256)],
  ripemd160: [(data) => wasm.ripemd160(data), () => wasm.createRIPEMD160()],
  blake2b512: blake(wasm.blake2b, wasm.createBLAKE2b, 64),
  blake2b256: blake(wasm.blake2b, wasm.createBLAKE2b, 32),
  blake2s256: blake(wasm.blake2s, wasm.createBLAKE2s, 32),
  blake3: blake(wasm.blake3, wasm.createBLAKE3, 32),
  crc32: [(data) => wasm.crc32(data), () => wasm.createCRC32()],
  crc32c: [(data) => wasm.crc32(data, CRC32C), () => wasm.createCRC32(CRC32C)],
  "crc64-nvme": [(data) => wasm.crc64(data, CRC64_NVME), () => wasm.createCRC64(CRC64_NVME)],
  "crc64-xz": [(data) => wasm.crc64(data), () => wasm.createCRC64()],
  adler32: [(data) => wasm.adler32(data), () => wasm.createAdler32()],
  xxh32: xxh(wasm.xxhash32, wasm.createXXHash32),
  xxh64: xxh(wasm.xxhash64, wasm.createXXHash64),
  "xxh3-64": xxh(wasm.xxhash3, wasm.createXXHash3),
  "xxh3-128": xxh(wasm.xxhash128, wasm.createXXHash128),
};

/** The vectors of BLAKE3 have outputs of this length, and this key. */
const OF_BLAKE3 = [{ outputLength: 131 }, { outputLength: 131, key: "whats the Elvish word for friend" }];

/**
 * The sets of options that an algorithm is asked for and has, and none.
 *
 * @param {string} algorithm
 * @param {string[]} known
 * @returns {Record<string, any>[]}
 */
function setsOf(algorithm, known) {
  const sets = OPTION_SETS.filter((set) => set.algorithm === algorithm).map(({ options }) => passed(options));
  const all = [{}, ...sets, ...(algorithm === "blake3" ? OF_BLAKE3 : [])];
  return all.filter((options) => Object.keys(options).every((option) => known.includes(option)));
}

/** Options as text, which is the same for equal ones. @param {Record<string, any>} options */
const keyOf = ({ key, outputLength, seed }) => `${key} ${outputLength} ${seed}`;

/** @returns {Promise<Record<string, any>>} */
export async function api() {
  /** @type {Record<string, import("./api.js").Way>} */
  const ways = {};
  /** @type {(hasher: any, encoding: string) => import("./api.js").Digest} */
  const digest = (hasher, encoding) => hasher.digest(encoding === "hex" ? "hex" : "binary");
  for (const [algorithm, [later, make, options = []]] of Object.entries(HASHES)) {
    /** @type {Map<string, { whole: any, pieces: () => import("./api.js").Digester }>} */
    const made = new Map();
    for (const set of setsOf(algorithm, options)) {
      const [whole, pieces] = [await make(set), await make(set)];
      made.set(keyOf(set), { whole, pieces: oneAtATime(algorithm, pieces, digest) });
    }
    const madeWith = (/** @type {Options} */ options) => {
      const found = made.get(keyOf(options));
      if (found === undefined) throw new Lacks(`a hasher of ${algorithm} with options that none was made with`);
      return found;
    };
    ways[algorithm] = {
      later: async (data, { encoding, ...more }) => {
        const digits = await later(data, more);
        return encoding === "hex" ? digits : bytesOfDigits(digits);
      },
      digest: (data, options) => digest(madeWith(options).whole.init().update(data), options.encoding),
      hasher: (options) => madeWith(options).pieces(),
      options,
    };
  }
  return apiOf(ways);
}

/**
 * The one hasher of an algorithm with some options. It belongs to whoever made it until its digest, or until it is
 * freed.
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
