// Asks other implementations for digests: `node tests/vectors/peers/make.js` writes `digests.json` and `options.json`.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { blake2b, blake2s } from "@noble/hashes/blake2.js";
import { blake3 } from "@noble/hashes/blake3.js";
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import { keccak_256, sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import * as wasm from "hash-wasm";
import { LENGTHS, MESSAGE } from "../../suite/algorithms.js";
import { LONG, nameOfSet, OPTION_LENGTHS, OPTION_SETS, optionMessage } from "../../suite/option-sets.js";
import { bytesOfHex } from "../../suite/oracle.js";

/** @typedef {(message: Uint8Array) => string | Promise<string>} Digest gives hexadecimal digits */

/** @param {Uint8Array} bytes */
const hex = (bytes) => Buffer.from(bytes).toString("hex");
/** @type {(name: string) => Digest} */
const node = (name) => (message) => createHash(name).update(message).digest("hex");
/** @type {(digest: (message: Uint8Array, options?: any) => Uint8Array, options?: object) => Digest} */
const noble = (digest, options) => (message) => hex(digest(message, options));

/** Who has each algorithm. @type {Record<string, Record<string, Digest>>} */
const PEERS = {
  md5: { "node:crypto": node("md5"), "@noble/hashes": noble(md5), "hash-wasm": wasm.md5 },
  sha1: { "node:crypto": node("sha1"), "@noble/hashes": noble(sha1), "hash-wasm": wasm.sha1 },
  sha224: { "node:crypto": node("sha224"), "@noble/hashes": noble(sha224), "hash-wasm": wasm.sha224 },
  sha256: { "node:crypto": node("sha256"), "@noble/hashes": noble(sha256), "hash-wasm": wasm.sha256 },
  sha384: { "node:crypto": node("sha384"), "@noble/hashes": noble(sha384), "hash-wasm": wasm.sha384 },
  sha512: { "node:crypto": node("sha512"), "@noble/hashes": noble(sha512), "hash-wasm": wasm.sha512 },
  "sha512-224": { "node:crypto": node("sha512-224"), "@noble/hashes": noble(sha512_224) },
  "sha512-256": { "node:crypto": node("sha512-256"), "@noble/hashes": noble(sha512_256) },
  "sha3-224": sha3(sha3_224, 224),
  "sha3-256": sha3(sha3_256, 256),
  "sha3-384": sha3(sha3_384, 384),
  "sha3-512": sha3(sha3_512, 512),
  keccak256: { "@noble/hashes": noble(keccak_256), "hash-wasm": (message) => wasm.keccak(message, 256) },
  ripemd160: { "node:crypto": node("ripemd160"), "@noble/hashes": noble(ripemd160), "hash-wasm": wasm.ripemd160 },
  blake2b512: {
    "node:crypto": node("blake2b512"),
    "@noble/hashes": noble(blake2b),
    "hash-wasm": (message) => wasm.blake2b(message, 512),
  },
  blake2b256: { "@noble/hashes": noble(blake2b, { dkLen: 32 }), "hash-wasm": (message) => wasm.blake2b(message, 256) },
  blake2s256: {
    "node:crypto": node("blake2s256"),
    "@noble/hashes": noble(blake2s),
    "hash-wasm": (message) => wasm.blake2s(message, 256),
  },
  blake3: { "@noble/hashes": noble(blake3), "hash-wasm": (message) => wasm.blake3(message) },
  crc32: { "hash-wasm": (message) => wasm.crc32(message) },
  crc32c: { "hash-wasm": (message) => wasm.crc32(message, 0x82f63b78) },
  "crc64-nvme": { "hash-wasm": (message) => wasm.crc64(message, "9a6c9329ac4bc9b5") },
  "crc64-xz": { "hash-wasm": (message) => wasm.crc64(message) },
  adler32: { "hash-wasm": wasm.adler32 },
  xxh32: { "hash-wasm": (message) => wasm.xxhash32(message) },
  xxh64: { "hash-wasm": (message) => wasm.xxhash64(message) },
  "xxh3-64": { "hash-wasm": (message) => wasm.xxhash3(message) },
  "xxh3-128": { "hash-wasm": (message) => wasm.xxhash128(message) },
};

/** @typedef {import("../../suite/option-sets.js").Given} Given */

/** @param {string | undefined} hex */
const given = (hex) => (hex === undefined ? undefined : bytesOfHex(hex));
/** The halves of a seed, as hash-wasm takes them. @param {bigint} [seed] @returns {[number, number]} */
const halves = (seed = 0n) => [Number(seed & 0xffffffffn), Number(seed >> 32n)];

/**
 * BLAKE2 with options, by those who have them.
 *
 * @param {any} inNoble
 * @param {(message: Uint8Array, bits: number, key: any) => Promise<string>} inWasm
 * @param {number} length
 * @returns {(options: Given) => Record<string, Digest>}
 */
const blake2With =
  (inNoble, inWasm, length) =>
  ({ key, salt, personal, outputLength = length }) => ({
    "@noble/hashes": noble(inNoble, {
      dkLen: outputLength,
      ...(key && { key: given(key) }),
      ...(salt && { salt: given(salt) }),
      ...(personal && { personalization: given(personal) }),
    }),
    ...(salt || personal ? {} : { "hash-wasm": (message) => inWasm(message, outputLength * 8, given(key)) }),
  });

/** Who has each algorithm with options. @type {Record<string, (options: Given) => Record<string, Digest>>} */
const PEERS_WITH = {
  blake2b512: blake2With(blake2b, wasm.blake2b, 64),
  blake2b256: blake2With(blake2b, wasm.blake2b, 32),
  blake2s256: blake2With(blake2s, wasm.blake2s, 32),
  blake3: ({ key, context, outputLength = 32 }) => ({
    "@noble/hashes": noble(blake3, {
      dkLen: outputLength,
      ...(key && { key: given(key) }),
      ...(context && { context: new TextEncoder().encode(context) }),
    }),
    ...(context ? {} : { "hash-wasm": (message) => wasm.blake3(message, outputLength * 8, given(key)) }),
  }),
  xxh32: ({ seed }) => ({ "hash-wasm": (message) => wasm.xxhash32(message, Number(seed)) }),
  xxh64: ({ seed }) => ({ "hash-wasm": (message) => wasm.xxhash64(message, ...halves(seed)) }),
  "xxh3-64": ({ seed }) => ({ "hash-wasm": (message) => wasm.xxhash3(message, ...halves(seed)) }),
  "xxh3-128": ({ seed }) => ({ "hash-wasm": (message) => wasm.xxhash128(message, ...halves(seed)) }),
  shake128: shakeWith("shake128", shake128),
  shake256: shakeWith("shake256", shake256),
};

/**
 * @param {string} name
 * @param {any} inNoble
 * @returns {(options: Given) => Record<string, Digest>}
 */
function shakeWith(name, inNoble) {
  return ({ outputLength }) => ({
    "node:crypto": (message) => createHash(name, { outputLength }).update(message).digest("hex"),
    "@noble/hashes": noble(inNoble, { dkLen: outputLength }),
  });
}

/**
 * @param {(message: Uint8Array) => Uint8Array} inNoble
 * @param {224 | 256 | 384 | 512} bits
 * @returns {Record<string, Digest>}
 */
function sha3(inNoble, bits) {
  return {
    "node:crypto": node(`sha3-${bits}`),
    "@noble/hashes": noble(inNoble),
    "hash-wasm": (message) => wasm.sha3(message, bits),
  };
}

/** @param {number} length */
const beginning = (length) => MESSAGE.subarray(0, length);

/**
 * The digests of an algorithm by all who have it.
 *
 * @param {Record<string, Digest>} peers
 * @param {string} algorithm
 * @param {number[]} [lengths]
 * @param {(length: number) => Uint8Array} [messageOf]
 */
async function agreed(peers, algorithm, lengths = LENGTHS, messageOf = beginning) {
  /** @type {Record<string, string>} */
  const digests = {};
  for (const length of lengths) {
    const message = messageOf(length);
    for (const [peer, digest] of Object.entries(peers)) {
      const given = await digest(message);
      digests[length] ??= given;
      if (digests[length] === given) continue;
      throw new Error(`${algorithm} of ${length} bytes: ${peer} gave ${given}, and others ${digests[length]}`);
    }
  }
  return { peers: Object.keys(peers), digests };
}

/** The text of `digests.json`. */
export async function text() {
  /** @type {Record<string, Awaited<ReturnType<typeof agreed>>>} */
  const all = {};
  for (const [algorithm, peers] of Object.entries(PEERS)) all[algorithm] = await agreed(peers, algorithm);
  return `${JSON.stringify(all, null, 1)}\n`;
}

/** The text of `options.json`. */
export async function optionsText() {
  /** @type {Record<string, Awaited<ReturnType<typeof agreed>>>} */
  const all = {};
  for (const set of OPTION_SETS) {
    const { algorithm, options } = set;
    const name = nameOfSet(set);
    if (Object.hasOwn(all, name)) throw new Error(`two sets have the name "${name}"`);
    // One set of each algorithm also has the long message.
    const isFirst = OPTION_SETS.find((other) => other.algorithm === algorithm) === set;
    const lengths = isFirst ? [...OPTION_LENGTHS, LONG] : OPTION_LENGTHS;
    all[name] = await agreed(PEERS_WITH[algorithm](options), name, lengths, optionMessage);
  }
  return `${JSON.stringify(all, null, 1)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL("digests.json", import.meta.url), await text());
  writeFileSync(new URL("options.json", import.meta.url), await optionsText());
}
