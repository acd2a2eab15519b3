// Independent answers: Web Crypto for digests, `TextEncoder` for UTF-8, and a few lines of plain JavaScript.

import { hexOf } from "./case.js";

const encoder = new TextEncoder();
/** The digests of short texts. @type {Map<string, Promise<Uint8Array>>} */
const ofTexts = new Map();
/** The digests of short bytes, by their hexadecimal digits. @type {Map<string, Promise<Uint8Array>>} */
const ofBytes = new Map();

/** @param {string | Uint8Array} data */
export const bytesOf = (data) => (typeof data === "string" ? encoder.encode(data) : data);

/** The longest text or bytes whose digest is remembered, because lists repeat them. */
const SHORT = 64;

/**
 * The SHA-256 digest of a text or of bytes.
 *
 * @param {string | Uint8Array} data
 * @returns {Promise<Uint8Array>}
 */
export function sha256(data) {
  const digest = async () => new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {any} */ (bytesOf(data))));
  if (data.length > SHORT) return digest();
  const [known, key] = typeof data === "string" ? [ofTexts, data] : [ofBytes, hexOf(data)];
  const answer = known.get(key) ?? digest();
  known.set(key, answer);
  return answer;
}

/**
 * A digest in an encoding of the API.
 *
 * @param {Uint8Array} digest
 * @param {string} encoding
 * @returns {any}
 */
export function encode(digest, encoding) {
  const base64 = () => btoa(String.fromCharCode(...digest));
  switch (encoding) {
    case "hex":
      return hexOf(digest);
    case "base64":
      return base64();
    case "base64url":
      return base64().replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    default:
      return digest.slice();
  }
}

/**
 * What `bulkHash` must give for a list of texts and bytes.
 *
 * @param {(string | Uint8Array)[]} items
 * @param {string} [encoding]
 */
export async function bulkSha256(items, encoding = "hex") {
  const digests = await Promise.all(items.map(sha256));
  if (encoding !== "packed") return digests.map((digest) => encode(digest, encoding));
  const packed = new Uint8Array(digests.length * 32);
  for (const [index, digest] of digests.entries()) packed.set(digest, index * 32);
  return packed;
}

/** The longest noise that was made of a seed, if it is long: what is shorter is its beginning. @type {Map<number, Uint8Array<ArrayBuffer>>} */
const made = new Map();
const LONG = 256 * 1024;

/**
 * Bytes that look random and are the same everywhere: a linear congruential generator (Numerical Recipes). They are the
 * caller's own.
 *
 * @param {number} length
 * @param {number} [seed]
 */
export function noise(length, seed = 1) {
  if (length < LONG) return fresh(length, seed);
  let longest = made.get(seed);
  if (longest === undefined || longest.length < length) {
    longest = fresh(length, seed);
    made.set(seed, longest);
  }
  return longest.slice(0, length);
}

/**
 * @param {number} length
 * @param {number} seed
 */
function fresh(length, seed) {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/**
 * Random integers below a bound, from a seed: the same everywhere, so that a case can name its seed.
 *
 * @param {number} seed
 * @returns {(below: number) => number}
 */
export function dice(seed) {
  let state = Math.imul(seed, 0x9e3779b9) ^ 0x5bf03635;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Cuts bytes into pieces of random lengths, some of them empty.
 *
 * @param {Uint8Array} bytes
 * @param {number} seed
 */
export function randomPieces(bytes, seed) {
  const roll = dice(seed);
  const pieces = [];
  for (let at = 0; at < bytes.length; ) {
    const length = roll(4) === 0 ? roll(2) : roll(90);
    pieces.push(bytes.slice(at, at + length));
    at += length;
  }
  return pieces;
}

/**
 * Pieces as one.
 *
 * @param {Uint8Array[]} pieces
 */
export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The digest as the API gives it when it is not told otherwise. @param {string | Uint8Array} data */
export const hexDigest = async (data) => hexOf(await sha256(data));

/** @param {string} hex */
export function bytesOfHex(hex) {
  // A loop, because vectors have a million digits, and each process reads them.
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/**
 * 255 minus each byte, which turns every bit around; a loop over words, because there are megabytes of them.
 *
 * @param {Uint8Array} bytes
 */
export function inverted(bytes) {
  const result = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  result.set(bytes);
  const words = new Uint32Array(result.buffer);
  for (let at = 0; at < words.length; at++) words[at] = ~words[at];
  return result.length === bytes.length ? result : result.slice(0, bytes.length);
}
