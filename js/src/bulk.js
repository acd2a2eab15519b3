// Digests of many messages: gathers them into blocks, so that one crossing serves hundreds of them.
//
// Strings are concatenated and encoded together, which costs a third of encoding each; JavaScript knows their lengths
// in UTF-16 code units, and the core turns those into bytes. Results come back as one string per block, and are cut.

import * as check from "./check.js";
import { digestOf } from "./digest.js";
import { failure } from "./error.js";
import { ENCODINGS } from "./interface.js";
import { PIECE } from "./now.js";

const BYTES_PER_UNIT = 3; // that a UTF-16 code unit needs at most as UTF-8
/** Digests of one crossing have at most so many bytes, unless one alone has more. */
const LONGEST_OUTPUT = 2 * PIECE;
const COUNT_BYTES = 0;
const COUNT_UTF16 = 1;

const encoder = new TextEncoder();

/** @typedef {import("./now.js").Bridge} Bridge */
/** @typedef {{ bytes: Uint8Array<ArrayBuffer>, offsets: Uint32Array<ArrayBuffer> }} Scratch */

/**
 * Messages of one crossing: message `i` lies in `bytes` from `offsets[i]` to `offsets[i + 1]`, counted in `unit`.
 * Or one message that is too long for a block, alone.
 *
 * @typedef {{ bytes: Uint8Array, offsets: Uint32Array, unit: number } | { alone: Uint8Array }} Block
 */

/**
 * Messages; how many of them have to be gathered, and how many code units or bytes these have at most; and all of them
 * in blocks of at most so many.
 *
 * @typedef {object} Messages
 * @property {number} count
 * @property {{ count: number, units: number }} gathered
 * @property {(items: number, scratch: Scratch) => Iterable<Block>} blocks
 */

// One scratch is kept for the next call. It is taken while in use: a getter of an item may call again.
/** @type {Scratch | undefined} */
let spare;

/**
 * @param {Bridge["block"]} block
 * @param {Messages["gathered"]} gathered
 */
function takeScratch(block, { count, units }) {
  const [size, items] = [Math.min(block.units, units) * BYTES_PER_UNIT, Math.min(block.items, count)];
  if (spare && spare.bytes.length >= size && spare.offsets.length > items) {
    const scratch = spare;
    spare = undefined;
    return scratch;
  }
  return { bytes: new Uint8Array(size), offsets: new Uint32Array(items + 1) };
}

/** @param {Scratch} scratch */
function giveBack(scratch) {
  if (spare === undefined || spare.bytes.length <= scratch.bytes.length) spare = scratch;
}

/**
 * @param {Bridge} bridge
 * @param {import("./digest.js").Plan} plan
 * @param {Messages} messages
 * @param {import("./hash.js").Encoding | "packed"} encoding
 * @returns {Generator<any, any, any>}
 */
export function* bulkDigests(bridge, plan, messages, encoding) {
  const { count, gathered, blocks } = messages;
  const { result, digest, alone } = collector(bridge, plan, count, encoding);
  const scratch = takeScratch(bridge.block, gathered);
  // What is packed on both sides crosses as it is; other results are cut from one of each block, which lives as long as
  // any of them.
  const most = Math.max(1, Math.floor(LONGEST_OUTPUT / plan.digestLength));
  const items = Math.min(most, encoding === "packed" ? bridge.block.packed : bridge.block.items);
  let done = 0;
  try {
    for (const block of blocks(items, scratch)) {
      if ("alone" in block) yield* alone(block.alone);
      else yield* digest(block.bytes, block.offsets, block.unit);
      done += "alone" in block ? 1 : block.offsets.length - 1;
      bridge.progress(done, count);
    }
    if (count === 0) bridge.progress(0, 0);
  } finally {
    giveBack(scratch);
  }
  return result;
}

/**
 * Reads what `bulkHash` is given.
 *
 * @param {Bridge} bridge
 * @param {unknown} items
 * @returns {Messages}
 */
export function messagesOf(bridge, items) {
  if (check.isArray(items)) {
    const count = check.lengthOf(items, "bulkHash", "items");
    const { read, units } = bridge.items(items, count, checkItem);
    const blocks = (/** @type {number} */ items, /** @type {Scratch} */ scratch) =>
      blocksOfArray({ ...bridge.block, items: Math.min(items, bridge.block.items) }, read, count, scratch);
    return { count, gathered: { count, units }, blocks };
  }
  const expected = "an array, or an object with bytes and offsets";
  if (typeof items !== "object" || items === null || ArrayBuffer.isView(items)) {
    throw check.wrongType(items, "bulkHash", "items", expected);
  }
  const { bytes: given, offsets: givenOffsets } = /** @type {Record<string, unknown>} */ (items);
  if (given === undefined && givenOffsets === undefined) {
    throw check.wrongType(items, "bulkHash", "items", expected);
  }
  // An array of offsets may have getters that change the bytes, so these are looked at last.
  const offsets = check.offsets(givenOffsets, "bulkHash", "items.offsets");
  const bytes = check.bytes(given, "bulkHash", "items.bytes");
  const last = offsets[offsets.length - 1];
  if (last > bytes.length) {
    const message = `bulkHash: items.offsets ends at ${last}, but there are only ${bytes.length} bytes`;
    throw failure("ERR_OUT_OF_RANGE", "items.offsets", message);
  }
  const [ownBytes, ownOffsets] = [bridge.own(bytes), bridge.own(offsets)];
  const blocks = (/** @type {number} */ items) => blocksOfPacked(items, ownBytes, ownOffsets);
  return { count: offsets.length - 1, gathered: { count: 0, units: 0 }, blocks };
}

/**
 * @param {unknown} item
 * @param {number} index
 */
const checkItem = (item, index) => (typeof item === "string" ? item : check.bytes(item, "bulkHash", `items[${index}]`));

/**
 * Cuts packed messages into blocks of at most so many, whose offsets begin at 0; if all fit into one, it is what was given.
 *
 * @param {number} items
 * @param {Uint8Array} bytes
 * @param {Uint32Array} offsets
 * @returns {Generator<Block, void>}
 */
function* blocksOfPacked(items, bytes, offsets) {
  const count = offsets.length - 1;
  if (0 < count && count <= items && bytes.length <= PIECE) return yield { bytes, offsets, unit: COUNT_BYTES };
  for (let first = 0; first < count; ) {
    const start = offsets[first];
    let length = 0;
    while (length < items && first + length < count && offsets[first + length + 1] - start <= PIECE) length++;
    if (length === 0) yield { alone: bytes.subarray(start, offsets[first + 1]) };
    else {
      const ends = new Uint32Array(length + 1);
      for (let i = 1; i <= length; i++) ends[i] = offsets[first + i] - start;
      yield { bytes: bytes.subarray(start, offsets[first + length]), offsets: ends, unit: COUNT_BYTES };
    }
    first += Math.max(1, length);
  }
}

/**
 * Gathers items into blocks of strings and blocks of bytes. Each item is read once, in order, and taken as it is then.
 *
 * @param {Bridge["block"]} limits
 * @param {unknown[]} items
 * @param {number} count
 * @param {Scratch} scratch
 * @returns {Generator<Block, void>}
 */
function* blocksOfArray(limits, items, count, scratch) {
  const { bytes, offsets } = scratch;
  offsets[0] = 0;
  let length = 0; // messages in the block
  let used = 0; // their code units, or bytes
  let text = ""; // the strings of the block; while it holds bytes, they are in the scratch already
  let unit = COUNT_UTF16;

  for (let i = 0; i < count; i++) {
    const message = checkItem(items[i], i);
    const size = message.length;
    const kind = typeof message === "string" ? COUNT_UTF16 : COUNT_BYTES;
    if (length > 0 && (length === limits.items || used + size > limits.units || kind !== unit)) {
      yield* blockOf(text, bytes, offsets.subarray(0, length + 1), unit);
      text = "";
      length = used = 0;
    }
    unit = kind;
    if (size > limits.units) {
      yield { alone: typeof message === "string" ? encoder.encode(message) : message };
      continue;
    }
    if (typeof message === "string") text += message;
    else bytes.set(message, used);
    used += size;
    offsets[++length] = used;
  }
  if (length > 0) yield* blockOf(text, bytes, offsets.subarray(0, length + 1), unit);
}

/**
 * One block that is full: strings are encoded now, bytes are there already.
 *
 * @param {string} text
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Uint32Array} ends
 * @param {number} unit
 * @returns {Generator<Block, void>}
 */
function* blockOf(text, bytes, ends, unit) {
  const used = ends[ends.length - 1];
  const filled = unit === COUNT_UTF16 ? encoder.encodeInto(text, bytes).written : used;
  // As many bytes as code units: all ASCII, and the offsets count both.
  if (filled === used) yield { bytes: bytes.subarray(0, filled), offsets: ends, unit: COUNT_BYTES };
  else if (!joins(text, ends)) yield { bytes: bytes.subarray(0, filled), offsets: ends, unit };
  else yield blockOfParts(text, bytes, ends);
}

/**
 * A block of texts that must not be encoded together.
 *
 * @param {string} text
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Uint32Array} ends
 * @returns {Block}
 */
function blockOfParts(text, bytes, ends) {
  const offsets = new Uint32Array(ends.length);
  let end = 0;
  for (let i = 1; i < ends.length; i++) {
    end += encoder.encodeInto(text.slice(ends[i - 1], ends[i]), bytes.subarray(end)).written;
    offsets[i] = end;
  }
  return { bytes: bytes.subarray(0, end), offsets, unit: COUNT_BYTES };
}

/**
 * Whether somewhere one text ends and the next begins with half of a surrogate pair: together they are encoded as one
 * character, which neither of them has.
 *
 * @param {string} text
 * @param {Uint32Array} ends
 */
function joins(text, ends) {
  for (const end of ends) if (isLow(text.charCodeAt(end)) && isHigh(text.charCodeAt(end - 1))) return true;
  return false;
}

/** @param {number} unit */
const isHigh = (unit) => (unit & 0xfc00) === 0xd800;
/** @param {number} unit */
const isLow = (unit) => (unit & 0xfc00) === 0xdc00;

/**
 * Digests blocks, and collects the results in the form that is asked for.
 *
 * @typedef {object} Collector
 * @property {any} result
 * @property {(bytes: Uint8Array, offsets: Uint32Array, unit: number) => Generator<any, void, any>} digest
 * @property {(message: Uint8Array) => Generator<any, void, any>} alone
 */

/**
 * @param {Bridge} bridge
 * @param {import("./digest.js").Plan} plan
 * @param {number} count
 * @param {import("./hash.js").Encoding | "packed"} encoding
 * @returns {Collector}
 */
function collector(bridge, plan, count, encoding) {
  const rows = bridge.rows();
  const { id, digestLength, options } = plan;
  /** @type {(bytes: Uint8Array, offsets: Uint32Array, unit: number, out: Uint8Array) => any} */
  const bulk = (bytes, offsets, unit, out) =>
    options === undefined
      ? rows.bulk_hash(id, bytes, offsets, unit, out)
      : rows.bulk_hash_with(id, options, bytes, offsets, unit, out);
  if (encoding === "packed") {
    const result = check.allocate(Uint8Array, count * digestLength, "bulkHash", "items.length");
    let end = 0;
    const next = (/** @type {number} */ messages) => result.subarray(end, (end += messages * digestLength));
    return {
      result,
      *digest(bytes, offsets, unit) {
        const target = next(offsets.length - 1);
        bridge.put(yield bulk(bytes, offsets, unit, bridge.out(target)), target);
      },
      *alone(message) {
        next(1).set(yield digestAlone(bridge, plan, message, "bytes"));
      },
    };
  }
  const result = new Array(count); // of its full length at once: growing it costs a tenth of the whole
  let filled = 0;
  if (encoding === "bytes") {
    let digests = new Uint8Array(0);
    return {
      result,
      *digest(bytes, offsets, unit) {
        const messages = offsets.length - 1;
        if (digests.length < messages * digestLength) digests = new Uint8Array(messages * digestLength);
        const out = digests.subarray(0, messages * digestLength);
        bridge.put(yield bulk(bytes, offsets, unit, bridge.out(out)), out);
        for (let i = 0, at = 0; i < messages; i++, at += digestLength) {
          result[filled++] = digests.slice(at, at + digestLength);
        }
      },
      *alone(message) {
        result[filled++] = yield digestAlone(bridge, plan, message, "bytes");
      },
    };
  }
  return {
    result,
    *digest(bytes, offsets, unit) {
      const messages = offsets.length - 1;
      const way = ENCODINGS[encoding];
      const text = yield options === undefined
        ? rows.bulk_hash_text(id, way, bytes, offsets, unit)
        : rows.bulk_hash_text_with(id, options, way, bytes, offsets, unit);
      const width = text.length / messages;
      for (let i = 0, at = 0; i < messages; i++, at += width) result[filled++] = text.slice(at, at + width);
    },
    *alone(message) {
      result[filled++] = yield digestAlone(bridge, plan, message, encoding);
    },
  };
}

/**
 * The digest of a message that has no block; what `bulkHash` counts is messages, not their bytes.
 *
 * @param {Bridge} bridge
 * @param {import("./digest.js").Plan} plan
 * @param {Uint8Array} message
 * @param {import("./hash.js").Encoding} encoding
 */
const digestAlone = (bridge, plan, message, encoding) =>
  digestOf({ ...bridge, progress: () => {} }, plan, message, encoding);
