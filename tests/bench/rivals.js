// What Oxbridge is compared with: the built-in ways of the runtime that runs this, JavaScript, and the peers, which are
// packages. Each is given in the same form; runs in browsers too, where there is no Buffer and no node:crypto.

import { blake3 } from "@noble/hashes/blake3.js";
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { sha3_256 } from "@noble/hashes/sha3.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as wasm from "hash-wasm";

const scope = /** @type {any} */ (globalThis);
/** @type {typeof import("node:crypto") | undefined} */
const crypto = scope.process?.getBuiltinModule?.("node:crypto");
/** @type {typeof import("node:zlib") | undefined} */
const zlib = scope.process?.getBuiltinModule?.("node:zlib");

/** @typedef {string | Uint8Array} Data */
/** @typedef {(data: any) => string} Digest in hexadecimal */

/** A number as a digest of so many digits. @type {(number: number | bigint, digits: number) => string} */
const digits = (number, digits) => number.toString(16).padStart(digits, "0");

/** Names of `Bun.CryptoHasher` that are those of Oxbridge. */
const IN_BUN = ["sha256", "sha512", "sha1", "md5", "sha3-256", "blake2b512"];

/**
 * What Bun has besides the modules of Node.
 *
 * @param {string} algorithm
 * @returns {Record<string, Digest>}
 */
function digestsOfBun(algorithm) {
  const { CryptoHasher, hash, SHA256 } = scope.Bun;
  if (algorithm === "sha256") return { "Bun.SHA256.hash": (data) => SHA256.hash(data, "hex") };
  if (IN_BUN.includes(algorithm)) {
    return { "Bun.CryptoHasher.hash": (data) => CryptoHasher.hash(algorithm, data, "hex") };
  }
  if (algorithm === "crc32") return { "Bun.hash.crc32": (data) => digits(hash.crc32(data), 8) };
  if (algorithm === "xxh3-64") return { "Bun.hash.xxHash3": (data) => digits(hash.xxHash3(data), 16) };
  if (algorithm === "xxh64") return { "Bun.hash.xxHash64": (data) => digits(hash.xxHash64(data), 16) };
  return {};
}

/**
 * The digests that the runtime has built in.
 *
 * @param {string} [algorithm]
 * @returns {Record<string, Digest>}
 */
export function builtInDigests(algorithm = "sha256") {
  /** @type {Record<string, Digest>} */
  const ways = scope.Bun ? digestsOfBun(algorithm) : {};
  if (algorithm === "crc32" && typeof zlib?.crc32 === "function") {
    const { crc32 } = zlib;
    ways["zlib.crc32"] = (data) => digits(crc32(data), 8);
  }
  return { ...ways, ...otherDigest(algorithm) };
}

/**
 * The digests by an algorithm of `node:crypto`.
 *
 * @param {string} algorithm
 * @returns {Record<string, Digest>}
 */
export function otherDigest(algorithm) {
  if (!crypto?.getHashes().includes(algorithm)) return {};
  const { hash, createHash } = crypto;
  /** @type {Record<string, Digest>} */
  const ways = typeof hash === "function" ? { "crypto.hash": (data) => hash(algorithm, data) } : {};
  const all = { ...ways, createHash: (/** @type {any} */ data) => createHash(algorithm).update(data).digest("hex") };
  if (algorithm !== "blake2b512") return all;
  return Object.fromEntries(Object.entries(all).map(([name, way]) => [`blake2b512 by ${name}`, way]));
}

/** The digest that browsers have built in: a promise. @type {(data: Uint8Array<ArrayBuffer>) => Promise<string>} */
export const subtleDigest = async (data) =>
  bytesToHex(new Uint8Array(await scope.crypto.subtle.digest("SHA-256", data)));

/** What @noble/hashes has. @type {Record<string, (data: Uint8Array) => Uint8Array>} */
const NOBLE = { sha256, sha512, sha1, md5, "sha3-256": sha3_256, blake3 };

/**
 * The digest in JavaScript.
 *
 * @param {string} [algorithm]
 * @returns {Record<string, Digest>}
 */
export function javaScriptDigests(algorithm = "sha256") {
  const digest = NOBLE[algorithm];
  if (digest === undefined) return {};
  return { "@noble/hashes": (data) => bytesToHex(digest(typeof data === "string" ? utf8ToBytes(data) : data)) };
}

/** The same as bytes. @type {(data: Uint8Array) => Uint8Array} */
export const digestInJavaScript = (data) => sha256(data);

/** What hash-wasm has. @type {Record<string, () => Promise<import("hash-wasm").IHasher>>} */
const WASM = {
  sha256: wasm.createSHA256,
  sha512: wasm.createSHA512,
  sha1: wasm.createSHA1,
  md5: wasm.createMD5,
  "sha3-256": () => wasm.createSHA3(256),
  blake3: () => wasm.createBLAKE3(),
  crc32: () => wasm.createCRC32(),
  "xxh3-64": () => wasm.createXXHash3(),
  xxh64: () => wasm.createXXHash64(),
};

/**
 * The digest in WebAssembly.
 *
 * @param {string} [algorithm]
 * @returns {Promise<Record<string, Digest>>}
 */
export async function wasmDigests(algorithm = "sha256") {
  const hasher = await WASM[algorithm]();
  return { "hash-wasm": (data) => hasher.init().update(data).digest("hex") };
}

/**
 * What packages with native code have, in Node.
 *
 * @param {string} algorithm
 * @returns {Promise<Record<string, Digest>>}
 */
async function nativeDigests(algorithm) {
  if (algorithm === "crc32") {
    const { crc32 } = await import("@node-rs/crc32");
    return { "@node-rs/crc32": (data) => digits(crc32(data), 8) };
  }
  if (algorithm === "xxh3-64") {
    const { xxh3 } = await import("@node-rs/xxhash");
    return { "@node-rs/xxhash": (data) => digits(xxh3.xxh64(data), 16) };
  }
  return {};
}

/**
 * Every way of others to digest by an algorithm, in Node.
 *
 * @param {string} algorithm
 * @returns {Promise<Record<string, Digest>>}
 */
export const digestsBy = async (algorithm) => ({
  ...builtInDigests(algorithm),
  ...javaScriptDigests(algorithm),
  ...(await wasmDigests(algorithm)),
  ...(await nativeDigests(algorithm)),
});

/** @typedef {(pixels: Uint8Array<ArrayBuffer>) => Uint8Array} Inversion in place; the length is a multiple of eight */

/** Inversions in JavaScript: as one writes it first, and with larger words. @type {Record<string, Inversion>} */
export const INVERSIONS = {
  "byte loop": (pixels) => {
    for (let i = 0; i < pixels.length; i++) pixels[i] = 255 - pixels[i];
    return pixels;
  },
  Uint32Array: (pixels) => {
    const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
    for (let i = 0; i < words.length; i++) words[i] = ~words[i];
    return pixels;
  },
  BigUint64Array: (pixels) => {
    const words = new BigUint64Array(pixels.buffer, pixels.byteOffset, pixels.length >> 3);
    for (let i = 0; i < words.length; i++) words[i] = ~words[i];
    return pixels;
  },
};
