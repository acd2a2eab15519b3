// What Oxbridge is compared with: the built-in ways of the runtime that runs this, JavaScript, and the peers, which are
// packages. Each is given in the same form; runs in browsers too, where there is no Buffer and no node:crypto.

import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { createSHA256 } from "hash-wasm";

const scope = /** @type {any} */ (globalThis);
/** @type {typeof import("node:crypto") | undefined} */
const crypto = scope.process?.getBuiltinModule?.("node:crypto");

/** @typedef {string | Uint8Array} Data */
/** @typedef {(data: any) => string} Digest SHA-256 in hexadecimal */

/** The digests that the runtime has built in. @returns {Record<string, Digest>} */
export function builtInDigests() {
  /** @type {Record<string, Digest>} */
  const ways = {};
  if (scope.Bun) ways["Bun.SHA256.hash"] = (data) => scope.Bun.SHA256.hash(data, "hex");
  if (crypto === undefined) return ways;
  const { hash, createHash } = crypto;
  if (typeof hash === "function") ways["crypto.hash"] = (data) => hash("sha256", data);
  ways.createHash = (data) => createHash("sha256").update(data).digest("hex");
  return ways;
}

/** The digest that browsers have built in: a promise. @type {(data: Uint8Array<ArrayBuffer>) => Promise<string>} */
export const subtleDigest = async (data) =>
  bytesToHex(new Uint8Array(await scope.crypto.subtle.digest("SHA-256", data)));

/** The digest in JavaScript. @type {Record<string, Digest>} */
export const JAVASCRIPT_DIGESTS = {
  "@noble/hashes": (data) => bytesToHex(nobleSha256(typeof data === "string" ? utf8ToBytes(data) : data)),
};

/** The same as bytes. @type {(data: Uint8Array) => Uint8Array} */
export const digestInJavaScript = (data) => nobleSha256(data);

/** The digest in WebAssembly. @returns {Promise<Record<string, Digest>>} */
export async function wasmDigests() {
  const hasher = await createSHA256();
  return { "hash-wasm": (data) => hasher.init().update(data).digest("hex") };
}

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
