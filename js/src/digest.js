// The digest of one message: one crossing for a short one, and a hasher that takes the pieces of a long one.

import { sizeOf } from "./check.js";
import { NONE } from "./hash-options.js";
import { ENCODINGS } from "./interface.js";

/** @typedef {import("./now.js").Bridge} Bridge */
/** @typedef {Pick<import("./hash-options.js").Plan, "id" | "digestLength" | "options">} Plan */
/** @typedef {import("./hash.js").Encoding} Encoding */
/** @typedef {import("./hash.js").TextEncoding} TextEncoding */

/** Where digests of each usual length are written. @type {Uint8Array<ArrayBuffer>[]} */
const outs = [];
const USUAL = 64; // the longest that an algorithm gives without being asked

/**
 * Memory for a digest, to be copied from at once.
 *
 * @param {number} length
 */
function outOf(length) {
  if (length > USUAL) return new Uint8Array(length);
  outs[length] ??= new Uint8Array(length);
  return outs[length];
}

/**
 * Gives the digest in an encoding.
 *
 * @param {Bridge} bridge
 * @param {Plan} plan
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 */
export function digestOf(bridge, plan, bytes, encoding) {
  const { id, digestLength, options } = plan;
  const rows = bridge.rows();
  const size = sizeOf(bytes);
  if (size > bridge.piece()) return bridge.run(inPieces(bridge, plan, bytes, encoding));
  const out = outOf(digestLength);
  if (encoding === "bytes") {
    const done = options === undefined ? rows.hash(id, bytes, out) : rows.hash_with(id, options, bytes, out);
    return bridge.once(done, size, out);
  }
  const encoders = bridge.encoders(false);
  if (encoders === undefined) {
    const way = ENCODINGS[encoding];
    const text = options === undefined ? rows.hash_text(id, way, bytes) : rows.hash_text_with(id, options, way, bytes);
    return bridge.once(text, size);
  }
  if (options === undefined) rows.hash(id, bytes, out);
  else rows.hash_with(id, options, bytes, out);
  return encoders[encoding](out);
}

/**
 * The digest of a message that is too long to cross at once.
 *
 * @param {Bridge} bridge
 * @param {Plan} plan
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 * @returns {Generator<any, any, any>}
 */
export function* inPieces(bridge, plan, bytes, encoding) {
  // First of all, because the bytes must be taken as they are now.
  const pieces = bridge.pieces(bytes);
  const hasher = yield bridge.rows().hasher_new(plan.id, plan.options ?? NONE);
  try {
    for (const { piece, done } of pieces) {
      yield bridge.rows().hasher_update(hasher, piece);
      if (done < bytes.length) bridge.progress(done, bytes.length);
    }
    const digest = yield* digestOfHasher(bridge, plan, hasher, encoding);
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
 * @param {Plan} plan
 * @param {number} hasher
 * @param {Encoding} encoding
 * @returns {Generator<any, any, any>}
 */
export function* digestOfHasher(bridge, { digestLength }, hasher, encoding) {
  const encode = encoding === "bytes" ? (/** @type {Uint8Array} */ bytes) => bytes : bridge.encoders(true)?.[encoding];
  if (encode === undefined) {
    return yield bridge.rows().hasher_digest_text(hasher, ENCODINGS[/** @type {TextEncoding} */ (encoding)]);
  }
  const digest = new Uint8Array(digestLength);
  bridge.put(yield bridge.rows().hasher_digest(hasher, bridge.out(digest)), digest);
  return encode(digest);
}
