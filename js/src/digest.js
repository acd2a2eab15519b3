// The digest of one message: one crossing for a short one, and a hasher that takes the pieces of a long one.

import { sizeOf } from "./check.js";
import { ENCODINGS } from "./interface.js";
import { PIECE } from "./now.js";

/** @typedef {import("./now.js").Bridge} Bridge */
/** @typedef {{ id: number, digestLength: number }} Algorithm */
/** @typedef {import("./hash.js").Encoding} Encoding */

/** Where digests of each length are written. @type {Uint8Array<ArrayBuffer>[]} */
const outs = [];

/**
 * Memory for a digest, to be copied from at once.
 *
 * @param {number} length
 */
function outOf(length) {
  outs[length] ??= new Uint8Array(length);
  return outs[length];
}

/**
 * Gives the digest in an encoding.
 *
 * @param {Bridge} bridge
 * @param {Algorithm} algorithm
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 */
export function digestOf(bridge, { id, digestLength }, bytes, encoding) {
  const rows = bridge.rows();
  const size = sizeOf(bytes);
  if (size > PIECE) return bridge.run(inPieces(bridge, { id, digestLength }, bytes, encoding));
  const out = outOf(digestLength);
  if (encoding === "bytes") return bridge.once(rows.hash(id, bytes, out), size, out);
  const encoders = bridge.encoders();
  if (encoders === undefined) {
    return bridge.once(rows.hash_text(id, ENCODINGS[encoding], bytes), size);
  }
  rows.hash(id, bytes, out);
  return encoders[encoding](out);
}

/**
 * @param {Bridge} bridge
 * @param {Algorithm} algorithm
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 * @returns {Generator<any, any, any>}
 */
function* inPieces(bridge, algorithm, bytes, encoding) {
  // First of all, because the bytes must be taken as they are now.
  const pieces = bridge.pieces(bytes);
  const hasher = yield bridge.rows().hasher_new(algorithm.id);
  try {
    let done = 0;
    for (const piece of pieces) {
      yield bridge.rows().hasher_update(hasher, piece);
      done = Math.min(done + PIECE, bytes.length);
      if (done < bytes.length) bridge.progress(done, bytes.length);
    }
    const digest = yield* digestOfHasher(bridge, algorithm, hasher, encoding);
    bridge.progress(bytes.length, bytes.length);
    return digest;
  } finally {
    bridge.release(hasher);
  }
}

/**
 * The digest that a hasher has come to.
 *
 * @param {Bridge} bridge
 * @param {Algorithm} algorithm
 * @param {number} hasher
 * @param {Encoding} encoding
 * @returns {Generator<any, any, any>}
 */
export function* digestOfHasher(bridge, { digestLength }, hasher, encoding) {
  if (encoding !== "bytes") return yield bridge.rows().hasher_digest_text(hasher, ENCODINGS[encoding]);
  const digest = new Uint8Array(digestLength);
  bridge.put(yield bridge.rows().hasher_digest(hasher, bridge.out(digest)), digest);
  return digest;
}
